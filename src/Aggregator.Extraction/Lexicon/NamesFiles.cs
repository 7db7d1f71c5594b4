namespace Aggregator.Extraction.Lexicon;

/// <summary>Reads the files whose entries are one name with a few marks each.</summary>
internal static class NamesFiles
{
    private static readonly string[] s_numbers = ["plural", "person", "body", "thing"];
    private static readonly string[] s_genders = ["m", "f", "u"];
    private static readonly string[] s_outletTypes = ["agency", "newspaper", "broadcaster", "site", "magazine"];

    public static void Read(LexiconFiles files, GazetteerBuilder into)
    {
        foreach (var line in files.Read("words.tsv", keyField: 0, replaces: true)) Word(line, into);
        var forces = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in files.Read("forces.tsv", keyField: 0, replaces: true))
            if (line.OneOf(2, "number", s_numbers))
                foreach (var noun in line.List(0)) if (forces.Add(noun)) into.Name(line, noun, new ForceSense(noun, Null(line.Field(1)), line.Field(2)));
        foreach (var line in files.Read("offices.tsv", keyField: 0, replaces: true))
            foreach (var title in line.List(0)) Office(line, title, forces, into);
        foreach (var line in files.Read("bodies.tsv", keyField: 1, replaces: true))
            if (line.Code(0, out var code) && line.Required(1, "name", out var name))
                Body(line, into, new Sense(SenseKind.Body, name.TrimStart('='), code, Null(line.Field(3))), name);
        foreach (var line in files.Read("groups.tsv", keyField: 1, replaces: true))
            if (line.Code(0, out var code) && line.Required(1, "name", out var name))
                Body(line, into, new GroupSense(name.TrimStart('='), code, [.. line.List(3)], line.Field(4)), name);
        foreach (var line in files.Read("names.tsv", keyField: 0, replaces: true))
            if (line.Required(0, "name", out var name) && line.OneOf(1, "gender", s_genders))
                into.Name(line, name, new FirstNameSense(name, line.Field(1)[0]));
        foreach (var line in files.Read("places.tsv", keyField: 0, replaces: false)) Place(line, into);
        foreach (var line in files.Read("outlets.tsv", keyField: 0, replaces: true)) Outlet(line, into);
    }

    private static void Body(LexiconLine line, GazetteerBuilder into, Sense body, string name)
    {
        // A ministry or an agency has its state's code.
        if (body.Code!.Contains(':', StringComparison.Ordinal)) into.BodyNames.TryAdd(body.Code, body.Name);
        into.Names(line, [name, .. line.List(2)], body);
    }

    private static void Office(LexiconLine line, string title, HashSet<string> forces, GazetteerBuilder into)
    {
        var office = new OfficeSense(title.TrimStart('='), Null(line.Field(1)), line.Field(2));
        into.Name(line, title, office);
        var regular = title[0] != '=' && char.IsLower(title[^1]) && title[^1] is not ('s' or 'h' or 'y' or 'n');
        if (regular && !forces.Contains(title + "s")) into.Name(line, title + "s", office);
    }

    private static void Word(LexiconLine line, GazetteerBuilder into)
    {
        if (!line.Required(0, "word", out var word)) return;
        foreach (var name in line.List(1))
        {
            if (Enum.TryParse<WordClasses>(name, ignoreCase: true, out var classes) && !char.IsAsciiDigit(name[0])) into.Vocabulary.Classify(word, classes);
            else line.Refuse($"'{name}' is no class of words.");
        }
    }

    private static void Place(LexiconLine line, GazetteerBuilder into)
    {
        if (!line.Required(0, "name", out var name) || !line.Country(2, required: false, out var code) || !line.Required(3, "type", out var type)) return;
        if (!line.Number(4, -90, 90, out var latitude) || !line.Number(5, -180, 180, out var longitude) || !line.Number(6, 1, 5, out var rank)) return;
        into.Names(line, [name, .. line.List(1)], new PlaceSense(name, code, type, latitude, longitude, (int)rank));
    }

    private static void Outlet(LexiconLine line, GazetteerBuilder into)
    {
        if (!line.Required(0, "name", out var name) || !line.Required(2, "publisher family", out var family)) return;
        if (!line.OneOf(3, "type of outlet", s_outletTypes) || !line.Country(4, required: false, out var code)) return;
        var outlet = new OutletSense(name, code, family, line.Field(3));
        into.Name(line, name, outlet);
        foreach (var other in line.List(1))
        {
            if (other.Contains('.', StringComparison.Ordinal) && !other.Contains(' ', StringComparison.Ordinal) && !char.IsUpper(other[0]))
                into.OutletsByDomain[other] = outlet;
            else into.Name(line, other, outlet);
        }
    }

    private static string? Null(string field) => field.Length == 0 ? null : field;
}
