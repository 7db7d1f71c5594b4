using Aggregator.Telemetry;

namespace Aggregator.Intake;

/// <summary>Makes an article of a feed's item.</summary>
public static class SourceArticle
{
    private const int OutletLengthMax = 200;
    private static readonly TimeSpan FutureMax = TimeSpan.FromDays(1);

    /// <summary>The item's own text: its content or its summary, whichever says more. May be empty.</summary>
    /// <param name="item">The item.</param>
    public static string TextOf(FeedItem item)
    {
        var content = item.Content is null ? "" : HtmlText.Plain(item.Content);
        var summary = item.Summary is null ? "" : HtmlText.Plain(item.Summary);
        return summary.Length > content.Length ? summary : content;
    }

    /// <summary>The submission, or null when there is neither title nor text.</summary>
    /// <param name="item">The item.</param>
    /// <param name="text">Its text: its own, or its page's.</param>
    /// <param name="source">The source.</param>
    /// <param name="outlet">Who published it, or null.</param>
    /// <param name="now">Now, UTC. An item without a date, or with one that is more than a day ahead, is of this day.</param>
    public static Submission? Make(FeedItem item, string text, SourceId source, string? outlet, DateTimeOffset now)
    {
        if (item.Title.Length == 0 && text.Length == 0) return null;
        var said = item.PublishedAt ?? item.UpdatedAt;
        return new Submission
        {
            Id = ArticleIdentity.Of(source, item.Id),
            Source = source,
            Url = CanonicalUrl.TryRead(item.Url, out var url) ? url : null,
            Outlet = FeedMarkup.Cut(outlet, OutletLengthMax),
            // Midnight, so that an item that is handed in twice on one day is the same.
            PublishedAt = said is { } at && at <= now + FutureMax ? at : new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero),
            Title = item.Title,
            Text = text,
            TraceParent = Trace.Next(System.Diagnostics.Activity.Current, null),
        };
    }
}
