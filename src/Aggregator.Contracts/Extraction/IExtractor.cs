namespace Aggregator.Extraction;

/// <summary>
/// Reads an article's text into reports. Pure: the same document gives the same reports. Safe for use by many threads.
/// </summary>
public interface IExtractor
{
    /// <summary>Changes whenever the lexicon, the model or the rules change what could be read: reports carry no version, stores do.</summary>
    string Version { get; }

    /// <summary>Usual English names of the parties that reports give by code: countries, bodies, armed groups.</summary>
    IReadOnlyDictionary<string, string> PartyNames { get; }

    /// <summary>Reads one document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="cancellation">Stops between sentences.</param>
    /// <returns>The reports in the order of their spans; empty when the text tells no happening or is in no language read here.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    IReadOnlyList<Report> Extract(Document document, CancellationToken cancellation = default);
}
