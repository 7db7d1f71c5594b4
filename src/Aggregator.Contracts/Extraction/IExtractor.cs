namespace Aggregator.Extraction;

/// <summary>
/// Reads an article's text into reports. Pure: the same document gives the same reports. Safe for use by many threads.
/// </summary>
public interface IExtractor
{
    /// <summary>
    /// Changes whenever the lexicon, the model or the rules change what could be read, and never otherwise: the same files and code give the
    /// same version in every process and on every machine. At most 128 characters of <c>[0-9a-f-]</c>. It may change while the server runs,
    /// when a lexicon's files are taken up anew. Note it before <see cref="Extract"/> is called, and whoever was read under another version can
    /// be read again: then a change in between costs a reading, never misses one. Reports carry no version, stores do.
    /// </summary>
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
