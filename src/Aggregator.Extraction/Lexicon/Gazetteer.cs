using System.Collections.Frozen;

namespace Aggregator.Extraction.Lexicon;

/// <summary>
/// Everything the extractor knows by name, read from the files that are built in and, over them, a folder of the user's own.
/// Immutable: load another one to take in changed files. Safe for any number of threads.
/// </summary>
public sealed class Gazetteer
{
    private readonly FrozenDictionary<string, StateEntry> _states;
    private readonly FrozenDictionary<string, List<LeaderSense>> _leadersBySurname;
    private readonly FrozenDictionary<string, OutletSense> _outletsByDomain;

    private Gazetteer(GazetteerBuilder built, string version)
    {
        (Vocabulary, Trie, Version) = (built.Vocabulary, built.Trie, version);
        _states = built.States.ToFrozenDictionary(StringComparer.Ordinal);
        PartyNames = _states.Select(state => (state.Key, state.Value.Name)).Concat(built.BodyNames.Select(body => (body.Key, body.Value)))
            .ToFrozenDictionary(party => party.Key, party => party.Item2, StringComparer.Ordinal);
        _leadersBySurname = built.LeadersBySurname.ToFrozenDictionary(StringComparer.Ordinal);
        _outletsByDomain = built.OutletsByDomain.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>A hash of every line it was read from: 16 hexadecimal digits. Equal files give equal versions.</summary>
    public string Version { get; }

    /// <summary>How many ways to write a name it knows.</summary>
    public int Count => Trie.Count;

    /// <summary>Every state and territory by its code.</summary>
    public IReadOnlyDictionary<string, StateEntry> States => _states;

    /// <summary>Usual English names of every state, body and armed group by code.</summary>
    public IReadOnlyDictionary<string, string> PartyNames { get; }

    internal Vocabulary Vocabulary { get; }

    internal NameTrie Trie { get; }

    /// <summary>Reads the built-in files and a user's folder over them.</summary>
    /// <param name="folder">The folder, which need not have every file; null for the built-in files alone.</param>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="LexiconException">A line is refused; the exception names file, line and reason of each.</exception>
    public static Gazetteer Load(string? folder = null)
    {
        if (folder is not null && !Directory.Exists(folder)) throw new DirectoryNotFoundException($"No such lexicon folder: {folder}");
        var files = new LexiconFiles(folder);
        using var built = new GazetteerBuilder();
        NamesFiles.Read(files, built);
        StatesFile.Read(files, built);
        LeadersFile.Read(files, built);
        if (files.Faults.Count > 0) throw new LexiconException(files.Faults);
        built.Vocabulary.Seal();
        built.Trie.Seal(built.Vocabulary.Count);
        return new Gazetteer(built, files.Version);
    }

    /// <summary>The senses of a name that is written as a text would write it, likeliest first; empty when it is not known.</summary>
    /// <param name="name">The whole name.</param>
    public IReadOnlyList<Sense> Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        using var words = new WordList();
        WordScanner.Scan(name, Vocabulary, words);
        var senses = new List<Sense>();
        if (words.Count == 0 || Trie.Longest(name, words.Span, 0, senses) != words.Count) return [];
        return [.. senses.OrderBy(sense => sense.Kind)];
    }

    /// <summary>The outlet that publishes under a domain or one of its subdomains; null when none is known.</summary>
    /// <param name="domain">A host name: <c>www.example.org</c>.</param>
    public OutletSense? OutletOf(string domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        for (var rest = domain; ;)
        {
            if (_outletsByDomain.TryGetValue(rest, out var outlet)) return outlet;
            var dot = rest.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0) return null;
            rest = rest[(dot + 1)..];
        }
    }

    /// <summary>The leaders who bear a surname; empty when none does.</summary>
    internal IReadOnlyList<LeaderSense> LeadersNamed(string surname) => _leadersBySurname.TryGetValue(surname, out var bearers) ? bearers : [];
}
