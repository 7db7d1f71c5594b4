namespace Aggregator.Extraction.Frames;

/// <summary>What must, or must not, fill a slot for a frame to apply.</summary>
/// <param name="Slot">The slot: <c>obj</c>, <c>with</c>, ….</param>
/// <param name="Value">A class of <c>classes.tsv</c>, a built-in class or a word; null when any filler will do.</param>
/// <param name="Negated">True when no filler may be such.</param>
internal readonly record struct FrameCondition(string Slot, string? Value, bool Negated)
{
    /// <summary>What the value asks for.</summary>
    public Filler Filler { get; private init; }

    /// <summary>The words of the value's class.</summary>
    public FrameClass Words { get; private init; }

    /// <summary>Reads <c>obj</c>, <c>!obj</c>, <c>obj=talk</c>, <c>obj=hunger_strike</c> or <c>obj!=talk</c>.</summary>
    public static FrameCondition Parse(string text, FrameClasses classes)
    {
        var negated = text.StartsWith('!');
        if (negated) text = text[1..];
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0) return new FrameCondition(string.Intern(text), null, negated);
        var slot = text[..equals].TrimEnd('!');
        var value = text[(equals + 1)..].Replace('_', ' ');
        return new FrameCondition(string.Intern(slot), value, negated || slot.Length < equals) { Filler = FillerOf(value), Words = classes.Of(value) };
    }

    private static Filler FillerOf(string value) => value switch
    {
        "party" => Filler.Party,
        "person" => Filler.Person,
        "addressee" => Filler.Addressee,
        "named" => Filler.Named,
        "official" => Filler.Official,
        "force" => Filler.Force,
        "body" => Filler.Body,
        "outlet" => Filler.Outlet,
        "place" => Filler.Place,
        "town" => Filler.Town,
        "plural" => Filler.Plural,
        _ => Filler.Word,
    };
}
