using Aggregator.Extraction.Lexicon;

namespace Aggregator.Extraction.Frames;

/// <summary>
/// Everything that tells a happening, read from the files that are built in and, over them, a folder of the user's own. Immutable; safe
/// for any number of threads.
/// </summary>
internal sealed class FrameSet
{
    private readonly WordTable<LightVerb[]> _light;

    private FrameSet(LexiconFiles files)
    {
        Classes = FrameClasses.Read(files.Read("classes.tsv", keyField: 0, replaces: false));
        Verbs = FrameIndex.Read(files.Read("verbs.tsv", keyField: 5, replaces: false), "verb", Classes);
        Nouns = FrameIndex.Read(files.Read("nouns.tsv", keyField: 5, replaces: false), "noun", Classes);
        Governors = StatusWords.Read(files.Read("status.tsv", keyField: 2, replaces: false));
        Reporting = ReportingWords.Read(files.Read("reporting.tsv", keyField: 0, replaces: false));
        Codes = EventCodes.Read(files.Read("codes.tsv", keyField: 0, replaces: false));
        Contexts = ContextFile.Read(files.Read("contexts.tsv", keyField: 0, replaces: false));
        _light = ReadLight(files.Read("light.tsv", keyField: 3, replaces: false));
        Version = files.Version;
    }

    /// <summary>A hash of every line it was read from.</summary>
    public string Version { get; }

    /// <summary>The classes of words.</summary>
    public FrameClasses Classes { get; }

    /// <summary>Verbs and predicate adjectives.</summary>
    public FrameIndex Verbs { get; }

    /// <summary>Nouns.</summary>
    public FrameIndex Nouns { get; }

    /// <summary>Words that say how far a happening has come.</summary>
    public StatusWords Governors { get; }

    /// <summary>Words of saying.</summary>
    public ReportingWords Reporting { get; }

    /// <summary>The codes that standards have for kinds and modes.</summary>
    public EventCodes Codes { get; }

    /// <summary>What tells a happening's context.</summary>
    public ContextFile Contexts { get; }

    /// <summary>How many triggers there are, each counted once a kind.</summary>
    public int TriggerCount => Verbs.Count + Nouns.Count;

    /// <summary>The ways in which a verb carries a noun; empty for most verbs.</summary>
    public ReadOnlySpan<LightVerb> Light(ReadOnlySpan<char> verb) => _light.TryGetValue(verb, out var ways) ? ways : [];

    /// <summary>Reads the built-in files and a user's folder over them.</summary>
    /// <param name="folder">The folder, or null.</param>
    /// <exception cref="LexiconException">A line is refused.</exception>
    public static FrameSet Load(string? folder)
    {
        var files = new LexiconFiles(folder);
        var frames = new FrameSet(files);
        return files.Faults.Count > 0 ? throw new LexiconException(files.Faults) : frames;
    }

    private static WordTable<LightVerb[]> ReadLight(IEnumerable<LexiconLine> lines)
    {
        var light = new Dictionary<string, List<LightVerb>>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (!Enum.TryParse<LightSubject>(line.Field(1), ignoreCase: true, out var subject))
            {
                line.Refuse($"'{line.Field(1)}' is neither actor, recipient nor none.");
                continue;
            }
            EventStatus? status = null;
            if (line.Field(2) is { Length: > 0 } given)
            {
                if (Wire.WireName.TryParse<EventStatus>(given, out var named)) status = named;
                else line.Refuse($"'{given}' is no status.");
            }
            foreach (var verb in line.List(3))
            {
                var words = verb.Split(' ');
                if (!light.TryGetValue(words[0], out var ways)) light.Add(words[0], ways = []);
                ways.Add(new LightVerb(string.Intern(line.Field(0)), subject, status, words[1..]));
            }
        }
        return new WordTable<LightVerb[]>(light.ToDictionary(
            pair => pair.Key, pair => pair.Value.OrderByDescending(way => way.Further.Length).ToArray(), StringComparer.Ordinal));
    }
}
