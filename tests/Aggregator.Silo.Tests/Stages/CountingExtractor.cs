using System.Collections.Concurrent;
using Aggregator.Extraction;
using Aggregator.Intake;

namespace Aggregator.Stages;

/// <summary>The real extractor, which counts how often it read each article.</summary>
internal sealed class CountingExtractor(IExtractor english) : IExtractor
{
    private readonly ConcurrentDictionary<ArticleId, int> _counts = new();

    public string Version => english.Version;

    public IReadOnlyDictionary<string, string> PartyNames => english.PartyNames;

    /// <summary>How often each article was read.</summary>
    internal IReadOnlyDictionary<ArticleId, int> Counts => _counts;

    public IReadOnlyList<Report> Extract(Document document, CancellationToken cancellation = default)
    {
        _counts.AddOrUpdate(document.Article, 1, (_, count) => count + 1);
        return english.Extract(document, cancellation);
    }
}
