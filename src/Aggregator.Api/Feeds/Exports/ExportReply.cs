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
            await WriteAsync(response.Body, httpContext.RequestAborted);
        }
        catch when (response.HasStarted)
        {
            httpContext.Abort();
            throw;
        }
    }

    private async Task WriteAsync(Stream body, CancellationToken cancellation)
    {
        await body.WriteAsync(form.Head(), cancellation);
        var position = after;
        while (position < through)
        {
            // A topic that is deleted meanwhile has no further pages, and no end that could be told from them.
            var page = await topic.ReadLastEntriesAsync(position, through, PageCountMax) ?? throw new InvalidOperationException("The topic was deleted while it was exported.");
            if (page.IsEmpty) return;
            await body.WriteAsync(form.Rows([.. page.Where(IsAsked)]), cancellation);
            await body.FlushAsync(cancellation);
            position = page[^1].Position;
        }
    }

    // Who begins has nothing that could have left the topic; who goes on may.
    private bool IsAsked(FeedEntry entry) => (after > 0 || TopicState.IsIn(entry.Change)) && EventDay.Of(entry.Event) is var day && (from is null || day >= from) && (to is null || day <= to);
}
