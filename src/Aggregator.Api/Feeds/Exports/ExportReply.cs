using System.Collections.Immutable;
using System.Globalization;
using Aggregator.Aggregates;
using Aggregator.Http;
using Aggregator.Topics;
using Microsoft.AspNetCore.Http;

namespace Aggregator.Feeds;

/// <summary>Streams an export a page at a time: however large the topic, no more than a page is held. One that fails midway is cut off, so that nobody takes a part for the whole.</summary>
internal sealed class ExportReply(ExportForm form, ITopicGrain topic, TopicId id, long after, long through, DateOnly? from, DateOnly? to) : IResult
{
    private const int PageCountMax = 200;

    /// <summary>Its entity tag, quoted.</summary>
    internal required string Tag { get; init; }

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        if (await PageAsync(after) is not { } first)
        {
            await Reply.UnknownTopic(id.Value).ExecuteAsync(httpContext);
            return;
        }
        response.Headers.ETag = Tag;
        response.Headers.CacheControl = "no-cache";
        response.Headers["Aggregator-Position"] = through.ToString(CultureInfo.InvariantCulture);
        if (EntityTag.IsHeld(httpContext.Request, Tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = form.IsCsv ? $"{form.MediaType}; charset=utf-8; header=present" : form.MediaType;
        if (form.IsCsv) response.Headers.ContentDisposition = $"attachment; filename=\"{id}-{form.Path}\"";
        if (HttpMethods.IsHead(httpContext.Request.Method)) return;
        try
        {
            await WriteAsync(first, response.Body, httpContext.RequestAborted);
        }
        catch when (response.HasStarted)
        {
            httpContext.Abort();
            throw;
        }
    }

    private async Task WriteAsync(ImmutableArray<FeedEntry> page, Stream body, CancellationToken cancellation)
    {
        await body.WriteAsync(form.Head(), cancellation);
        while (!page.IsEmpty)
        {
            await body.WriteAsync(form.Rows([.. page.Where(IsAsked)]), cancellation);
            await body.FlushAsync(cancellation);
            // A topic that is deleted meanwhile has no further pages, and no end that could be told from them.
            page = await PageAsync(page[^1].Position) ?? throw new InvalidOperationException("The topic was deleted while it was exported.");
        }
    }

    private async Task<ImmutableArray<FeedEntry>?> PageAsync(long position) =>
        position < through ? await topic.ReadLastEntriesAsync(position, through, PageCountMax) : [];

    // Who begins has nothing that could have left the topic; who goes on may.
    private bool IsAsked(FeedEntry entry) => (after > 0 || TopicState.IsIn(entry.Change)) && EventDay.Of(entry.Event) is var day && (from is null || day >= from) && (to is null || day <= to);
}
