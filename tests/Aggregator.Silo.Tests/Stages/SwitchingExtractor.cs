using Aggregator.Extraction;

namespace Aggregator.Stages;

/// <summary>The real extractor, whose version and readings a test can change while it runs.</summary>
internal sealed class SwitchingExtractor(IExtractor english) : IExtractor
{
    private volatile Reading _reading = new("v1", report => report);

    public string Version => _reading.Version;

    public IReadOnlyDictionary<string, string> PartyNames => english.PartyNames;

    public IReadOnlyList<Report> Extract(Document document, CancellationToken cancellation = default)
    {
        var reading = _reading;
        return [.. english.Extract(document, cancellation).Select(reading.Change).OfType<Report>()];
    }

    /// <summary>From now on reads by another version, which changes each report, or leaves it out.</summary>
    internal void Switch(string version, Func<Report, Report?>? change = null) => _reading = new Reading(version, change ?? (report => report));

    private sealed record Reading(string Version, Func<Report, Report?> Change);
}
