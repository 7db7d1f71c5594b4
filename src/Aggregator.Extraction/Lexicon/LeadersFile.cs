namespace Aggregator.Extraction.Lexicon;

/// <summary>Reads <c>leaders.tsv</c>: a name may stand on several lines, one for each office.</summary>
internal static class LeadersFile
{
    public static void Read(LexiconFiles files, GazetteerBuilder into)
    {
        var offices = new Dictionary<string, (List<HeldOffice> Held, LexiconLine Line, HashSet<string> Names)>(StringComparer.Ordinal);
        foreach (var line in files.Read("leaders.tsv", keyField: 0, replaces: false))
        {
            if (!line.Required(0, "name", out var name) || !line.Code(2, out var code) || !line.Required(3, "office", out var office)) continue;
            if (!line.Day(4, last: false, out var from) || !line.Day(5, last: true, out var to)) continue;
            if (from is null) line.Refuse("The first day in office (field 5) is missing.");
            else if (to < from) line.Refuse("The last day in office is before the first.");
            else
            {
                if (!offices.TryGetValue(name, out var leader)) offices.Add(name, leader = ([], line, [name]));
                leader.Held.Add(new HeldOffice(code, office, from.Value, to));
                leader.Names.UnionWith(line.List(1));
            }
        }
        foreach (var (name, (held, line, names)) in offices)
        {
            var sense = new LeaderSense(name, held);
            into.Names(line, names, sense);
            foreach (var written in names.Where(written => written.Contains(' ', StringComparison.Ordinal))) AddSurname(into, written, sense);
        }
    }

    private static void AddSurname(GazetteerBuilder into, string written, LeaderSense sense)
    {
        var last = written[(written.LastIndexOf(' ') + 1)..];
        var key = new char[last.Length];
        var surname = new string(key, 0, Folding.WriteKey(last, key));
        if (!into.LeadersBySurname.TryGetValue(surname, out var bearers)) into.LeadersBySurname.Add(surname, bearers = []);
        if (!bearers.Contains(sense)) bearers.Add(sense);
        into.Vocabulary.Add(surname);
    }
}
