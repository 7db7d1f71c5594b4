namespace Aggregator.Demo;

/// <summary>One thing that happens in the demo: an article is submitted, or one is withdrawn.</summary>
/// <param name="ArticleId">The article it concerns, by its source's own id.</param>
/// <param name="PublishedAt">When the outlet did it. The steps of a set stand in this order.</param>
internal abstract record DemoStep(string ArticleId, DateTimeOffset PublishedAt);

/// <summary>An article comes out. One whose id has come out before, with another text, is a revision of it.</summary>
/// <param name="ArticleId">The source's own id; at most once a text.</param>
/// <param name="Url">Absolute address, on a host under <c>.example</c>; the same for every revision.</param>
/// <param name="Outlet">Who publishes it.</param>
/// <param name="PublishedAt">When this text came out; for a revision, when it was revised.</param>
/// <param name="Title">The headline.</param>
/// <param name="Text">The body, paragraphs parted by an empty line.</param>
internal sealed record DemoSubmission(
    string ArticleId, Uri Url, string Outlet, DateTimeOffset PublishedAt, string Title, string Text)
    : DemoStep(ArticleId, PublishedAt);

/// <summary>An outlet takes an article back.</summary>
/// <param name="ArticleId">An article that came out in an earlier step.</param>
/// <param name="PublishedAt">When it was taken back.</param>
/// <param name="Reason">Why, in the outlet's words.</param>
internal sealed record DemoWithdrawal(string ArticleId, DateTimeOffset PublishedAt, string Reason)
    : DemoStep(ArticleId, PublishedAt);
