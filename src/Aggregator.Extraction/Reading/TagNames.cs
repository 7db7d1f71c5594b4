namespace Aggregator.Extraction.Reading;

/// <summary>The tags' names as CoNLL-U files write them.</summary>
public static class TagNames
{
    private static readonly string[] s_upos = [.. Enum.GetNames<Upos>().Select(name => name.ToUpperInvariant())];

    private static readonly string[] s_penn =
    [
        "_", "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNS", "NNP", "NNPS", "PDT", "POS",
        "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP",
        "WP$", "WRB", "ADD", "AFX", "GW", "HYPH", "NFP", "$", "``", "''", "-LRB-", "-RRB-", ",", ":", ".",
    ];

    /// <summary>The universal tag's name: <c>PROPN</c>.</summary>
    public static string Name(this Upos tag) => s_upos[(int)tag];

    /// <summary>The Penn tag's name: <c>PRP$</c>; an underscore for none.</summary>
    public static string Name(this Penn tag) => s_penn[(int)tag];

    /// <summary>The universal tag of a name; <see cref="Upos.X"/> for an unknown one.</summary>
    public static Upos ParseUpos(string name) => (Upos)Math.Max(Array.IndexOf(s_upos, name), 0);

    /// <summary>The Penn tag of a name; <see cref="Penn.None"/> for an unknown one.</summary>
    public static Penn ParsePenn(string name) => (Penn)Math.Max(Array.IndexOf(s_penn, name), 0);
}
