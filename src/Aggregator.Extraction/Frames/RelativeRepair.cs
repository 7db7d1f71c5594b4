using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>
/// Mends two faults of trees about relative clauses. In "told reporters that 40 people had died" what is told was read as what the reporters
/// are; and in "a figure given by the governor, who said …" the clause was hung on the figure, which can say nothing.
/// </summary>
internal static class RelativeRepair
{
    private const int ClimbMax = 6;

    /// <summary>Mends a parsed sentence in place.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="tokens">Its tokens, to be changed.</param>
    /// <param name="person">The class of words for people.</param>
    public static void Run(Sentence sentence, Span<Token> tokens, in FrameClass person)
    {
        for (var verb = 2; verb < tokens.Length; verb++)
            if (tokens[verb].Relation == Relation.AclRelcl && (TellsHearers(sentence, tokens, verb) || IsOfNearer(sentence, tokens, verb, person))) ClauseRepair.Relink(tokens);
    }

    /// <summary>"Told local media that more than 40 people had died": the clause has a subject of its own, so that "that" only introduces it.</summary>
    private static bool TellsHearers(Sentence sentence, Span<Token> tokens, int verb)
    {
        int hearers = tokens[verb].Head, that = hearers + 1;
        if (hearers < 1 || that >= verb || !sentence.Form(that).SequenceEqual("that") || tokens[that].Head != verb || tokens[hearers].Relation is not (Relation.Iobj or Relation.Obj)) return false;
        int teller = tokens[hearers].Head;
        if (teller >= hearers || sentence.Lemma(teller) is not ("tell" or "inform" or "warn" or "assure" or "notify" or "remind" or "advise" or "convince" or "persuade")) return false;
        var hasSubject = false;
        foreach (var child in sentence.Children(verb)) hasSubject |= child != that && child < verb && tokens[child].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Expl;
        if (!hasSubject) return false;
        (tokens[verb].Head, tokens[verb].Relation) = ((short)teller, Relation.Ccomp);
        (tokens[that].Tag, tokens[that].Relation) = (Upos.Sconj, Relation.Mark);
        return true;
    }

    /// <summary>"A figure given by the governor, Jan Roe, who said …": whoever stands before "who", where the clause hangs on what is nobody.</summary>
    private static bool IsOfNearer(Sentence sentence, Span<Token> tokens, int verb, in FrameClass person)
    {
        int noun = tokens[verb].Head, who = sentence.Child(verb, Relation.Nsubj);
        if (who < 2 || noun < 0 || noun >= who || !sentence.Form(who).SequenceEqual("who") || tokens[noun].Tag != Upos.Noun || person.Holds(sentence.Lemma(noun))) return false;
        var last = sentence.Form(who - 1).SequenceEqual(",") ? who - 2 : who - 1;
        if (SomebodyAt(sentence, tokens, last, noun, person) is not (var nearer and >= 0)) return false;
        tokens[verb].Head = (short)nearer;
        return true;
    }

    /// <summary>The word for a person in the phrase that ends with a token ("the mayor of Kisumu", "the governor, Jan Roe"), else the name that it ends with; -1 for neither.</summary>
    private static int SomebodyAt(Sentence sentence, Span<Token> tokens, int last, int noun, in FrameClass person)
    {
        var at = last;
        for (var steps = 0; steps < ClimbMax && at > noun; steps++, at = tokens[at].Head)
        {
            if (person.Holds(sentence.Lemma(at))) return at;
            if (tokens[at].Relation is not (Relation.Flat or Relation.Appos or Relation.Compound or Relation.Nmod or Relation.NmodDesc or Relation.NmodUnmarked)) break;
        }
        return last > noun && tokens[last].Tag == Upos.Propn ? last : -1;
    }
}
