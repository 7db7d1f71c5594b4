using System.Collections.Frozen;
using Aggregator.Extraction.Lexicon;

namespace Aggregator.Extraction.Frames;

/// <summary>The codes that PLOVER and CAMEO have for a kind and its mode, from <c>codes.tsv</c>.</summary>
internal sealed class EventCodes
{
    private readonly FrozenDictionary<(EventKind Kind, string Mode), (string? Plover, string? Cameo)> _codes;

    private EventCodes(Dictionary<(EventKind, string), (string?, string?)> codes) => _codes = codes.ToFrozenDictionary();

    /// <summary>The codes of a kind in a mode; those of the kind where the mode has none, nulls where the standards have none.</summary>
    public (string? Plover, string? Cameo) Of(EventKind kind, string? mode) =>
        _codes.TryGetValue((kind, mode ?? ""), out var codes) || _codes.TryGetValue((kind, ""), out codes) ? codes : default;

    /// <summary>Reads the file's lines; a later line for a kind and mode takes an earlier one's place.</summary>
    public static EventCodes Read(IEnumerable<LexiconLine> lines)
    {
        var codes = new Dictionary<(EventKind, string), (string?, string?)>();
        foreach (var line in lines)
            if (Wire.WireName.TryParse<EventKind>(line.Field(0), out var kind)) codes[(kind, line.Field(1))] = (Code(line, 2), Code(line, 3));
            else line.Refuse($"'{line.Field(0)}' is no kind of event.");
        return new EventCodes(codes);
    }

    private static string? Code(LexiconLine line, int field) => line.Field(field) is { Length: > 0 } code ? code : null;
}
