namespace Aggregator.Extraction.Lexicon;

/// <summary>Reads <c>states.tsv</c>.</summary>
internal static class StatesFile
{
    private static readonly string[] s_withoutPlural = ["ese", "ish", "ch", "sh", "men", "chman", "shman", "woman", "s", "x", "ise"];

    public static void Read(LexiconFiles files, GazetteerBuilder into)
    {
        foreach (var line in files.Read("states.tsv", keyField: 1, replaces: true))
        {
            if (!line.Country(0, required: true, out var code) || !line.Required(1, "name", out var name)) continue;
            var adjectives = line.List(3).ToArray();
            var capitals = line.List(4).ToArray();
            into.States[code!] = new StateEntry(
                code!, name, adjectives.FirstOrDefault()?.TrimStart('=') ?? name, capitals.FirstOrDefault()?.TrimStart('='));
            var country = new Sense(SenseKind.Country, name, code, "GOV");
            into.Names(line, [name, .. line.List(2), .. line.List(5)], country);
            var demonym = new Sense(SenseKind.Demonym, name, code, null);
            var people = new Sense(SenseKind.People, name, code, "CVL");
            foreach (var adjective in adjectives)
            {
                if (adjective == name || line.List(5).Contains(adjective)) continue;
                into.Name(line, adjective, demonym);
                if (HasPlural(adjective)) into.Name(line, adjective + "s", people);
            }
            foreach (var capital in capitals) into.Name(line, capital, new Sense(SenseKind.Capital, capital.TrimStart('='), code, "GOV"));
            into.Names(line, line.List(6), new Sense(SenseKind.Metonym, name, code, "GOV"));
        }
    }

    private static bool HasPlural(string adjective) =>
        adjective[0] != '=' && !s_withoutPlural.Any(ending => adjective.EndsWith(ending, StringComparison.Ordinal));
}
