using System.Collections.Immutable;
using Aggregator.Telemetry;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace Aggregator.Intake;

/// <summary>Polls a source once: fetches its feed in turn, hands its new and changed items to the inbox, and says what came of it. What a hub pushes goes the same way.</summary>
internal sealed class SourcePoller(HostTurns turns, IGrainFactory grains, IOptions<SourceOptions> options, TimeProvider clock)
{
    private const int BatchCountMax = 500;

    internal async Task<PollResult> PollAsync(SourceDefinition source, PollMemory memory, CancellationToken cancellation)
    {
        using var activity = Trace.Begin("poll", null);
        activity?.SetTag("aggregator.source", source.Id.Value);
        var address = new Uri(memory.MovedTo ?? source.Url);
        var validators = new FetchValidators(memory.ETag, memory.LastModified);
        switch (await turns.FetchAsync(FetchRequest.Feed(address, validators), cancellation))
        {
            case FetchResult.Failed { Code: PollResult.HostBusy, RetryAfter: var wait }:
                return new PollResult.PutOff(PollResult.HostBusy, wait ?? TimeSpan.FromMinutes(1));
            case FetchResult.Failed failed:
                return new PollResult.Failed(failed);
            case FetchResult.Unchanged unchanged:
                return new PollResult.Unchanged(unchanged);
            case FetchResult.Fetched fetched:
                var reading = FeedReader.Read(fetched.Bytes, fetched.ContentType, fetched.Address, options.Value.Limits);
                return reading.IsRead
                    ? await TakeAsync(source, memory, reading.Document, fetched, cancellation)
                    : new PollResult.Failed(new FetchResult.Failed("not-a-feed", reading.Refusal.Detail, null));
            case var other:
                throw new InvalidOperationException($"An answer that is not known: {other.GetType()}.");
        }
    }

    /// <summary>Takes in what a hub pushed; null when the feed itself has to be asked: this is no feed, or the pages of its items are wanted.</summary>
    internal async Task<PollResult?> TakePushAsync(SourceDefinition source, PollMemory memory, PushedContent content, Uri topic, CancellationToken cancellation)
    {
        using var activity = Trace.Begin("push", null);
        activity?.SetTag("aggregator.source", source.Id.Value);
        var pushed = new FetchResult.Fetched(content.Body.Value, content.ContentType, topic, null, FetchValidators.None, null);
        var reading = FeedReader.Read(pushed.Bytes, pushed.ContentType, topic, options.Value.Limits);
        // Pages take longer than a hub waits.
        return !reading.IsRead || reading.Document.Items.Any(item => WantsPage(source, item, SourceArticle.TextOf(item)))
            ? null : await TakeAsync(source, memory, reading.Document, pushed, cancellation);
    }

    private async Task<PollResult> TakeAsync(
        SourceDefinition source, PollMemory memory, FeedDocument feed, FetchResult.Fetched fetched, CancellationToken cancellation)
    {
        var seen = SeenItems.Parse(memory.Seen);
        var outlet = source.Outlet ?? (feed.Title.Length > 0 ? feed.Title : fetched.Address.Host);
        int newCount = 0, revisedCount = 0, pageCount = 0, leftCount = 0;
        var taken = new List<FeedItem>();
        // Feeds have the newest first; events are better told in their order.
        foreach (var chunk in feed.Items.Reverse().Where(item => !seen.Has(item)).Chunk(BatchCountMax))
        {
            var batch = ImmutableArray.CreateBuilder<Submission>(chunk.Length);
            foreach (var item in chunk)
            {
                var text = SourceArticle.TextOf(item);
                if (WantsPage(source, item, text))
                {
                    if (++pageCount > options.Value.PageCountMax)
                    {
                        leftCount++;
                        continue;
                    }
                    if (await ReadPageAsync(item, cancellation) is { } page && page.Length > text.Length) text = page;
                }
                taken.Add(item);
                if (SourceArticle.Make(item, text, source.Id, outlet, clock.GetUtcNow()) is { } submission) batch.Add(submission);
            }
            if (batch.Count == 0) continue;
            var reply = await grains.GetGrain<IIntakeGateGrain>(0).SubmitAsync(batch.ToImmutable().AsImmutable(), cancellation);
            if (reply.RetryAfter is { } wait) return new PollResult.PutOff(PollResult.InboxFull, wait);
            newCount += reply.Outcomes.Count(outcome => outcome.Result == SubmitResult.Accepted);
            revisedCount += reply.Outcomes.Count(outcome => outcome.Result == SubmitResult.Revised);
        }
        return new PollResult.Taken(feed, fetched, seen.With(taken), newCount, revisedCount, leftCount);
    }

    private bool WantsPage(SourceDefinition source, FeedItem item, string text) =>
        source.FetchPages && item.Url is not null && text.Length < options.Value.SummaryLengthMax;

    /// <summary>The main text of an item's page, or null: then its summary has to do.</summary>
    private async Task<string?> ReadPageAsync(FeedItem item, CancellationToken cancellation) =>
        await turns.FetchAsync(FetchRequest.Page(new Uri(item.Url!)), cancellation) is FetchResult.Fetched page
            ? PageText.Read(page.Bytes, page.ContentType, page.Address) : null;
}
