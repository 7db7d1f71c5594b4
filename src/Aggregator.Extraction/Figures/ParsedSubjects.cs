using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Figures;

/// <summary>Finds the subject of a word of harm in the parse, for where the words alone do not show it.</summary>
internal static class ParsedSubjects
{
    private const int StepsMax = 4;

    /// <summary>The group that is the subject of the clause that an atom's side clause goes with; -1 when there is none.</summary>
    internal static int OfMain(FigureSentence sentence, int atom)
    {
        var read = sentence.Sentence;
        var token = sentence.Atoms[atom].Token;
        for (var steps = 0; steps < StepsMax && read[token].Head >= 0; steps++)
        {
            token = read[token].Head;
            if (read.Child(token, Relation.Nsubj) is var subject and >= 0) return Group(sentence, subject);
        }
        return -1;
    }

    /// <summary>The group that the parse makes the subject of an atom's word; -1 when it has none, or the sentence is not parsed.</summary>
    internal static int Of(FigureSentence sentence, int atom)
    {
        var read = sentence.Sentence;
        var token = sentence.Atoms[atom].Token;
        for (var steps = 0; steps < StepsMax && token >= 0; steps++)
        {
            var subject = read.Child(token, Relation.NsubjPass);
            if (subject < 0) subject = read.Child(token, Relation.Nsubj);
            if (subject >= 0) return Group(sentence, subject);
            var relation = read[token].Relation;
            if (relation is Relation.AclRelcl or Relation.Acl) return Group(sentence, read[token].Head);
            if (relation is not (Relation.Conj or Relation.Xcomp)) return -1;
            token = read[token].Head;
        }
        return -1;
    }

    private static int Group(FigureSentence sentence, int token)
    {
        for (var g = 0; g < sentence.Groups.Count; g++)
        {
            var group = sentence.Groups[g];
            if (sentence.Atoms[group.First].Token <= token && token <= sentence.Atoms[group.Last].Token) return group.HasCount ? g : -1;
        }
        return -1;
    }
}
