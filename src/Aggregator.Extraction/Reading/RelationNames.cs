using System.Collections.Frozen;

namespace Aggregator.Extraction.Reading;

/// <summary>The relations' names as Universal Dependencies and CoNLL-U files write them.</summary>
public static class RelationNames
{
    private static readonly string[] s_names =
    [
        "dep", "root", "nsubj", "nsubj:pass", "nsubj:outer", "obj", "iobj", "csubj", "csubj:pass", "csubj:outer", "ccomp",
        "xcomp", "obl", "obl:agent", "obl:unmarked", "nmod", "nmod:poss", "nmod:unmarked", "nmod:desc", "appos", "nummod",
        "acl", "acl:relcl", "amod", "advcl", "advcl:relcl", "advmod", "aux", "aux:pass", "cop", "mark", "det", "det:predet",
        "cc", "cc:preconj", "conj", "case", "compound", "compound:prt", "flat", "fixed", "parataxis", "vocative", "expl",
        "discourse", "dislocated", "list", "orphan", "goeswith", "reparandum", "punct",
    ];

    private static readonly FrozenDictionary<string, Relation> s_relations =
        s_names.Select((name, at) => (name, relation: (Relation)at)).ToFrozenDictionary(pair => pair.name, pair => pair.relation);

    /// <summary>How many relations there are.</summary>
    public static int Count => s_names.Length;

    /// <summary>The relation's name with its subtype: <c>nsubj:pass</c>.</summary>
    public static string Name(this Relation relation) => s_names[(int)relation];

    /// <summary>The relation of a name. An unknown subtype gives its main relation; an unknown name gives <see cref="Relation.Dep"/>.</summary>
    public static Relation Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (s_relations.TryGetValue(name, out var relation)) return relation;
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && s_relations.TryGetValue(name[..colon], out relation) ? relation : Relation.Dep;
    }

    /// <summary>The relation without its subtype: <see cref="Relation.Nsubj"/> for <see cref="Relation.NsubjPass"/>.</summary>
    public static Relation Main(this Relation relation) => s_main[(int)relation];

    private static readonly Relation[] s_main = [.. s_names.Select(name => Parse(name.Split(':')[0]))];
}
