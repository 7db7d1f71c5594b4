using Aggregator.Extraction.Mentions;
using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>
/// Finds who says what a verb of saying tells: its subject in the tree, and, where parsers go wrong, the noun that stands where a sayer stands.
/// </summary>
internal sealed class Sayers(ReportingWords reporting)
{
    private const int ClimbMax = 4;
    private const int TailTokensMax = 9;

    /// <summary>Whether a token says something: a verb of saying, or one with its particle ("pointed out").</summary>
    public bool IsSaying(SentenceView view, int token)
    {
        if (reporting.IsVerb(view.Lemma(token))) return true;
        return view.IsLemma(token, "point") && view.Child(token, Relation.CompoundPrt) is var particle and >= 0 && view.IsForm(particle, "out");
    }

    /// <summary>The token that names who says what a verb tells; -1 when none does.</summary>
    public int Of(SentenceView view, int verb)
    {
        if (IsTail(view, verb)) return Beside(view, verb);
        var passive = view.IsPassive(verb);
        foreach (var child in view.Sentence.Children(verb))
            // "Was quoted as saying": who is quoted says it. "Reporters were told", "bodies were found": who is spoken to or of does not.
            if (passive
                ? view.Relation(child) is Relation.OblAgent || (view.Relation(child) is Relation.NsubjPass && IsQuoted(view.Lemma(verb)))
                : view.Relation(child) is Relation.Nsubj or Relation.NsubjOuter)
                return view.IsRelativePronoun(child) && view.Antecedent(verb) is var noun and >= 0 ? noun : child;
        if (view.Relation(verb) == Relation.Acl && view.IsGerund(verb)) return view.Head(verb);
        if (NounBeside(view, verb) is var beside and >= 0) return beside;
        if (view.Relation(verb) == Relation.Advcl && view.IsGerund(verb)) return OfSpeechAbove(view, verb);
        return view.Relation(verb) is Relation.Conj or Relation.Xcomp && view.Head(verb) >= 0 && view.Tag(view.Head(verb)) == Upos.Verb ? SubjectOf(view, view.Head(verb)) : -1;
    }

    /// <summary>
    /// Whether a finite verb ends its clause with its sayer right before it, behind a comma: "…, the ministry said", "…, the mayor said on Monday". Then it
    /// has said all that stands before it, whatever the tree has made of it.
    /// </summary>
    public bool IsTail(SentenceView view, int verb)
    {
        if (verb < 2 || view.Sentence[verb].Penn is not (Penn.Vbd or Penn.Vbz or Penn.Vbn) || !IsSaying(view, verb) || !(EndsClause(view, verb) || GoesOnAside(view, verb))) return false;
        if (!view.IsNominal(verb - 1)) return IsNamedBetweenCommas(view, verb);
        for (var token = verb - 1; token >= Math.Max(0, verb - TailTokensMax); token--)
        {
            if (view.IsForm(token, ",")) return true;
            if (view.Tag(token) is Upos.Verb or Upos.Aux or Upos.Punct or Upos.Sconj) return false;
        }
        return false;
    }

    /// <summary>The verb that ends the sentence with a sayer, after a token; -1 when there is none.</summary>
    public int TailAfter(SentenceView view, int token)
    {
        for (var verb = view.Count - 1; verb > token + 1; verb--)
            if (view.Tag(verb) == Upos.Verb && IsTail(view, verb)) return verb;
        return -1;
    }

    /// <summary>Whether nothing more is told after a verb: the sentence ends, or only says when and where it was said.</summary>
    private static bool EndsClause(SentenceView view, int verb)
    {
        for (var token = verb + 1; token < view.Count; token++)
            if (view.Tag(token) is Upos.Verb or Upos.Aux or Upos.Sconj or Upos.Det || (token == verb + 1 && view.Tag(token) is Upos.Num or Upos.Adj or Upos.Pron)) return false;
        return true;
    }

    /// <summary>"…, the mayor said after flying over the valley", "…, the ministry said, withdrawing its figure": what follows is when it was said, or beside it.</summary>
    private static bool GoesOnAside(SentenceView view, int verb)
    {
        if (verb + 1 >= view.Count || !(view.IsForm(verb + 1, ",") || view.Lemma(verb + 1) is "after" or "before" or "during" or "while" or "when" or "as" or "on" or "in" or "at" or "following" or "upon")) return false;
        foreach (var child in view.Sentence.Children(verb))
            if (child > verb && view.Relation(child) is Relation.Ccomp or Relation.Xcomp or Relation.Obj or Relation.Parataxis or Relation.Nsubj) return false;
        for (var token = verb + 1; token < view.Count; token++)
            if (view.IsForm(token, "that") && view.Tag(token) is Upos.Sconj) return false;
        for (var token = verb - 1; token >= 0; token--)
            if (view.IsForm(token, ",")) return TellsBefore(view, token);
        return false;
    }

    /// <summary>Whether something is told before a token: a finite verb stands there.</summary>
    private static bool TellsBefore(SentenceView view, int end)
    {
        for (var token = 0; token < end; token++)
            if (view.Tag(token) is Upos.Verb or Upos.Aux && view.Sentence[token].Penn is Penn.Vbd or Penn.Vbz or Penn.Vbp) return true;
        return false;
    }

    /// <summary>"…, the head of the administration, Jane Roe, said".</summary>
    private static bool IsNamedBetweenCommas(SentenceView view, int verb) => view.IsForm(verb - 1, ",") && view.MentionAt(verb - 2) is { Kind: MentionKind.Person };

    /// <summary>Whose statement it is: "the ministry issued a statement saying …", "a statement by the ministry", "its statement". Another sayer is its own author.</summary>
    public static int AuthorOf(SentenceView view, int sayer)
    {
        if (sayer < 0 || view.Lemma(sayer) is not ("statement" or "communique" or "communiqué" or "tweet" or "post" or "letter" or "message" or "email" or "release" or "announcement" or "memo" or "press release")) return sayer;
        foreach (var child in view.Sentence.Children(sayer))
            if (view.Relation(child) == Relation.NmodPoss || (view.Relation(child) is Relation.Nmod or Relation.Acl && view.Case(child) is "by" or "from" or "of" && view.IsNominal(child))
                || (view.Relation(child) is Relation.Compound && view.MentionAt(child) is { Kind: not MentionKind.Demonym })) return child;
        var verb = view.Head(sayer);
        if (verb < 0 || view.Tag(verb) != Upos.Verb) return sayer;
        var given = view.Relation(sayer) == Relation.Obj || (view.Relation(sayer) == Relation.Obl && view.Case(sayer) is "in");
        return given && SubjectOf(view, verb) is var author and >= 0 ? author : sayer;
    }

    /// <summary>The head of the phrase that ends before a verb: "officials" for "officials in both capitals said".</summary>
    private static int Beside(SentenceView view, int verb)
    {
        if (IsNamedBetweenCommas(view, verb)) return verb - 2;
        var noun = verb - 1;
        for (var token = verb - 2; token >= Math.Max(0, verb - TailTokensMax) && view.Tag(token) is not (Upos.Verb or Upos.Aux or Upos.Punct); token--)
            if (view.Tag(token) == Upos.Adp && token > 0 && view.IsNominal(token - 1)) noun = token - 1;
        return noun;
    }

    /// <summary>"12 people, officials said" and ", said the mayor": parsers take the sayer for one more of the people, or for an object.</summary>
    private static int NounBeside(SentenceView view, int verb)
    {
        if (verb > 0 && view.IsNominal(verb - 1) && view.Sentence[verb].Penn is Penn.Vbd or Penn.Vbz) return Beside(view, verb);
        if (verb == 0 || view.Tag(verb - 1) != Upos.Punct) return -1;
        foreach (var child in view.Sentence.Children(verb))
            if (child > verb && view.IsNominal(child) && view.Relation(child) is Relation.Obj or Relation.Ccomp or Relation.Xcomp) return child;
        return verb > 1 && IsNamedBetweenCommas(view, verb) ? verb - 2 : -1;
    }

    /// <summary>"He pointed out …, highlighting that …": whoever says the sentence that a participle goes with.</summary>
    private int OfSpeechAbove(SentenceView view, int verb)
    {
        var above = view.Head(verb);
        for (var steps = 0; above >= 0 && steps < ClimbMax; steps++, above = view.Head(above))
            if (IsSaying(view, above)) return SubjectOf(view, above);
        return view.Head(verb) >= 0 ? SubjectOf(view, view.Head(verb)) : -1;
    }

    private static bool IsQuoted(ReadOnlySpan<char> lemma) => lemma is "quote" or "cite" or "report" or "believe" or "hear";

    private static int SubjectOf(SentenceView view, int verb)
    {
        foreach (var child in view.Sentence.Children(verb))
            if (view.Relation(child) is Relation.Nsubj or Relation.NsubjPass) return child;
        return -1;
    }
}
