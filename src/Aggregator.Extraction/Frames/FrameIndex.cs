using Aggregator.Extraction.Lexicon;

namespace Aggregator.Extraction.Frames;

/// <summary>Finds the frames of a word, most specific first.</summary>
internal sealed class FrameIndex
{
    private readonly WordTable<Frame[]> _frames;

    private FrameIndex(WordTable<Frame[]> frames) => _frames = frames;

    /// <summary>How many triggers it knows, each in each of its kinds.</summary>
    public required int Count { get; init; }

    /// <summary>The frames whose head word this is; empty when there are none.</summary>
    public ReadOnlySpan<Frame> Of(scoped ReadOnlySpan<char> head) => _frames.TryGetValue(head, out var frames) ? frames : [];

    /// <summary>Indexes lines of <c>verbs.tsv</c> or <c>nouns.tsv</c>.</summary>
    /// <param name="lines">The lines; a bad one adds a fault.</param>
    /// <param name="sort"><c>verb</c>, whose triggers begin with their head, or <c>noun</c>, whose triggers end with it.</param>
    /// <param name="classes">The classes that conditions name.</param>
    public static FrameIndex Read(IEnumerable<Lexicon.LexiconLine> lines, string sort, FrameClasses classes)
    {
        var frames = new Dictionary<string, List<Frame>>(StringComparer.Ordinal);
        var triggers = new HashSet<(string, EventKind?)>();
        foreach (var line in lines)
        {
            EventKind? kind = null;
            if (line.Field(0) != "none")
            {
                if (!Wire.WireName.TryParse<EventKind>(line.Field(0), out var named) || named == EventKind.Casualties)
                {
                    line.Refuse($"'{line.Field(0)}' is no kind of event.");
                    continue;
                }
                kind = named;
            }
            if (!line.Required(5, "triggers", out _)) continue;
            FrameCondition[] conditions = [.. line.Field(4).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(condition => Condition(line, condition, classes))];
            foreach (var trigger in line.List(5))
            {
                var words = trigger.Split(' ');
                var head = sort == "noun" ? words[^1] : words[0];
                if (!frames.TryGetValue(head, out var list)) frames.Add(head, list = []);
                list.Add(Create(line, kind, conditions, trigger, sort == "noun" ? words[..^1] : words[1..], sort));
                if (kind is not null) triggers.Add((trigger, kind));
            }
        }
        return new FrameIndex(new WordTable<Frame[]>(frames.ToDictionary(
            pair => pair.Key,
            pair => Enumerable.Reverse(pair.Value).OrderByDescending(frame => frame.Specificity).ToArray(),
            StringComparer.Ordinal)))
        { Count = triggers.Count };
    }

    private static FrameCondition Condition(Lexicon.LexiconLine line, string text, FrameClasses classes)
    {
        var condition = FrameCondition.Parse(text, classes);
        if (!Frames.Slots.IsSlot(condition.Slot)) line.Refuse($"'{text}' names no slot.");
        return condition;
    }

    private static Frame Create(Lexicon.LexiconLine line, EventKind? kind, FrameCondition[] conditions, string trigger, string[] further, string sort) => new()
    {
        Kind = kind,
        Mode = line.Field(1) is { Length: > 0 } mode ? mode : null,
        Actors = Slots(line.Field(2)),
        Recipients = Slots(line.Field(3)),
        Conditions = conditions,
        Further = further,
        Trigger = trigger,
        Rule = $"{line.Field(0)}.{sort}.{trigger.Replace(' ', '-')}",
    };

    private static string[] Slots(string field) =>
        [.. field.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(string.Intern)];
}
