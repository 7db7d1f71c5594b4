using System.Collections.Frozen;
using Aggregator.Extraction;

namespace Aggregator.Intake;

/// <summary>Finds nothing, so that a run measures what comes before extraction.</summary>
internal sealed class SilentExtractor : IExtractor
{
    public string Version => "silent";

    public IReadOnlyDictionary<string, string> PartyNames => FrozenDictionary<string, string>.Empty;

    public IReadOnlyList<Report> Extract(Document document, CancellationToken cancellation = default) => [];
}
