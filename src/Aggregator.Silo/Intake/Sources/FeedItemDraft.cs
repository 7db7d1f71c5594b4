using System.Security.Cryptography;
using System.Text;

namespace Aggregator.Intake;

/// <summary>An item as a dialect found it; what it lacks is made up for here, the same way for all dialects.</summary>
internal sealed record FeedItemDraft
{
    internal string? Id { get; init; }
    internal string? Url { get; init; }
    internal string? Title { get; init; }
    internal DateTimeOffset? PublishedAt { get; init; }
    internal DateTimeOffset? UpdatedAt { get; init; }
    internal string? Summary { get; init; }
    internal string? Content { get; init; }
    internal string? Author { get; init; }
    internal string? Language { get; init; }

    internal FeedItem Finish(FeedLimits limits)
    {
        var title = Title is null ? "" : FeedMarkup.Cut(HtmlText.Line(Title), limits.LineLengthMax) ?? "";
        return new FeedItem
        {
            Id = FeedMarkup.Cut(Id?.Trim(), limits.LineLengthMax) ?? FeedMarkup.Cut(Url, limits.LineLengthMax) ?? HashOf(title, Content ?? Summary ?? ""),
            Url = Url,
            Title = title,
            PublishedAt = PublishedAt,
            UpdatedAt = UpdatedAt,
            Summary = Summary,
            Content = Content,
            Author = Author is null ? null : FeedMarkup.Cut(HtmlText.Line(Author), limits.LineLengthMax),
            Language = Language?.Trim().Replace('_', '-'),
        };
    }

    private static string HashOf(string title, string text) =>
        "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{title}\n{text}")).AsSpan(0, 16));
}
