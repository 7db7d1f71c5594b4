using System.Globalization;

namespace Aggregator.Extraction.Lexicon;

/// <summary>One entry's line; reading a field that is wrong adds a fault.</summary>
internal sealed class LexiconLine(string file, int number, string text, List<LexiconFault> faults)
{
    private static readonly string[] s_dayFormats = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];
    private readonly string[] _fields = text.Split('\t', StringSplitOptions.TrimEntries);

    public string Text => text;

    /// <summary>A field's text; empty when it was left off.</summary>
    public string Field(int index) => index < _fields.Length ? _fields[index] : "";

    public IEnumerable<string> List(int index) =>
        Field(index).Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public bool Required(int index, string what, out string value)
    {
        value = Field(index);
        return value.Length > 0 || Refuse($"The {what} (field {index + 1}) is missing.");
    }

    public bool Country(int index, bool required, out string? code)
    {
        code = Field(index) is { Length: > 0 } given ? given : null;
        if (code is null) return !required || Refuse($"The country (field {index + 1}) is missing.");
        return (code.Length == 3 && code.All(char.IsAsciiLetterUpper)) || Refuse($"'{code}' is no ISO 3166-1 alpha-3 code.");
    }

    public bool Code(int index, out string code)
    {
        code = Field(index);
        return PartyCode.TryParse(code, out _) || Refuse($"'{code}' is no party code.");
    }

    public bool Number(int index, double low, double high, out double value) =>
        (double.TryParse(Field(index), NumberStyles.Float, CultureInfo.InvariantCulture, out value) && value >= low && value <= high)
        || Refuse($"'{Field(index)}' (field {index + 1}) is no number from {low} to {high}.");

    /// <summary>A date, month or year; its first day, or its last one.</summary>
    public bool Day(int index, bool last, out DateOnly? day)
    {
        day = null;
        var given = Field(index);
        if (given.Length == 0) return true;
        if (!DateOnly.TryParseExact(given, s_dayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
            return Refuse($"'{given}' is no date (yyyy-MM-dd, yyyy-MM or yyyy).");
        day = (last, given.Length) switch
        {
            (true, 4) => new DateOnly(first.Year, 12, 31),
            (true, 7) => first.AddMonths(1).AddDays(-1),
            _ => first,
        };
        return true;
    }

    public bool OneOf(int index, string what, string[] allowed)
    {
        if (allowed.Contains(Field(index))) return true;
        return Refuse($"'{Field(index)}' is no {what}: {string.Join(", ", allowed)}.");
    }

    public bool Refuse(string reason)
    {
        faults.Add(new LexiconFault(file, number, reason));
        return false;
    }
}
