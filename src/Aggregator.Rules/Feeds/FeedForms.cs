namespace Aggregator.Feeds;

/// <summary>What the forms of feeds are called.</summary>
public static class FeedForms
{
    /// <summary>Every form.</summary>
    public static IReadOnlyList<FeedForm> All { get; } = [FeedForm.Atom, FeedForm.Rss, FeedForm.JsonFeed];

    /// <summary>The form's media type, without parameters.</summary>
    /// <param name="form">The form.</param>
    public static string MediaType(FeedForm form) => form switch
    {
        FeedForm.Atom => "application/atom+xml",
        FeedForm.Rss => "application/rss+xml",
        FeedForm.JsonFeed => "application/feed+json",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "Not a form."),
    };

    /// <summary>The end of an address that is served in the form: <c>atom</c>, <c>rss</c>, <c>json</c>.</summary>
    /// <param name="form">The form.</param>
    public static string Extension(FeedForm form) => form switch
    {
        FeedForm.Atom => "atom",
        FeedForm.Rss => "rss",
        FeedForm.JsonFeed => "json",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "Not a form."),
    };

    /// <summary>What people call the form.</summary>
    /// <param name="form">The form.</param>
    public static string Name(FeedForm form) => form switch
    {
        FeedForm.Atom => "Atom",
        FeedForm.Rss => "RSS",
        FeedForm.JsonFeed => "JSON Feed",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "Not a form."),
    };
}
