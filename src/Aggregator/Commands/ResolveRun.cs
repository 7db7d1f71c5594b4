using System.Collections.Concurrent;
using Aggregator.Extraction;
using Aggregator.Intake;
using Aggregator.Resolution;

namespace Aggregator.Commands;

/// <summary>Gathers the reports of many documents and resolves them, block by block. Any thread may add.</summary>
internal sealed class ResolveRun(IOutletDirectory? outlets)
{
    private readonly ConcurrentDictionary<BlockKey, ConcurrentBag<ReportDelivery>> _blocks = new();

    /// <summary>Adds a document's reports.</summary>
    internal void Add(Document document, IReadOnlyCollection<Report> reports)
    {
        var published = new DateTimeOffset(document.Published.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var article = new Article
        {
            Id = document.Article, Revision = document.Revision, Outlet = document.Outlet, PublishedAt = published, ReceivedAt = published, Title = document.Title, Text = document.Text,
        };
        foreach (var (block, delivery) in DeliveryRule.Of(article, [.. DeliveryRule.Address(reports)], [], document.Revision, outlets))
            _blocks.GetOrAdd(block, _ => []).Add(delivery);
    }

    /// <summary>The events with the articles of each, by first publication, then by id.</summary>
    internal IReadOnlyList<(NewsEvent Event, IReadOnlyList<ArticleId> Articles)> Resolve() =>
        [.. _blocks.AsParallel().SelectMany(block => Resolve(block.Key, block.Value))
            .OrderBy(resolved => resolved.Event.FirstPublishedAt).ThenBy(resolved => resolved.Event.Id.Value, StringComparer.Ordinal)];

    private static IEnumerable<(NewsEvent Event, IReadOnlyList<ArticleId> Articles)> Resolve(BlockKey block, ConcurrentBag<ReportDelivery> deliveries)
    {
        var change = Resolver.Resolve(Block.Empty(block), deliveries, deliveries.Max(delivery => delivery.PublishedAt));
        return change.Block.Events.Values.Where(open => open.Event.State == EventState.Active).Select(open =>
            (open.Event, (IReadOnlyList<ArticleId>)[.. open.Standing.Select(delivery => delivery.Article).Distinct().OrderBy(id => id.Value, StringComparer.Ordinal)]));
    }
}
