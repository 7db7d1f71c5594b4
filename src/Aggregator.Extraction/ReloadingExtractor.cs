using Aggregator.Extraction.Lexicon;
using Aggregator.Intake;

namespace Aggregator.Extraction;

/// <summary>
/// An extractor over a folder of a user's own lexicon and frame files that takes up their changes: call <see cref="Refresh"/> now and
/// then. Wrong files are refused as a whole, and what was loaded before stays in force. Safe for use by many threads.
/// </summary>
public sealed class ReloadingExtractor : IExtractor, IOutletDirectory
{
    private readonly string _folder;
    private readonly Lock _refreshing = new();
    private volatile Extractor _current;
    private string _files;

    /// <summary>Loads the folder.</summary>
    /// <param name="folder">The folder of the user's own files.</param>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="LexiconException">A line of a file is refused.</exception>
    public ReloadingExtractor(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        _folder = folder;
        _files = FilesOf(folder);
        _current = Extractor.Load(folder);
    }

    /// <inheritdoc/>
    public string Version => _current.Version;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> PartyNames => _current.PartyNames;

    /// <summary>Loads the folder anew where a file's name, length or time of writing has changed since it was looked at.</summary>
    /// <returns>True when another version is in force now.</returns>
    /// <exception cref="IOException">The folder or a file could not be read; the next call tries again.</exception>
    /// <exception cref="LexiconException">A line is refused. The exception names file and line, once for each change; the old version stays in force.</exception>
    public bool Refresh()
    {
        lock (_refreshing)
        {
            var files = FilesOf(_folder);
            if (files == _files) return false;
            try
            {
                var loaded = Extractor.Load(_folder);
                _files = files;
                if (loaded.Version == _current.Version) return false;
                _current = loaded;
                return true;
            }
            catch (LexiconException)
            {
                _files = files;
                throw;
            }
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Report> Extract(Document document, CancellationToken cancellation = default) => _current.Extract(document, cancellation);

    /// <inheritdoc/>
    public OutletStanding? Find(string nameOrDomain) => _current.Find(nameOrDomain);

    private static string FilesOf(string folder) => string.Join(
        '\n',
        new DirectoryInfo(folder).EnumerateFiles("*.tsv").OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => $"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}"));
}
