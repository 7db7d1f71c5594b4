using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>Reads the clauses and predicates that complete a verb: what is said, asked or wanted, who is to do it, and what its object is called.</summary>
internal static class ComplementArguments
{
    public static void ReadComplement(SentenceView view, int verb, int clause, List<Argument> into)
    {
        if (IsQuestion(view, verb, clause)) into.Add(new Argument(Slots.Question, clause, "comp"));
        if (view.Relation(clause) == Relation.Xcomp && view.Tag(clause) is Upos.Adj or Upos.Noun && !view.HasMark(clause, "to"))
            into.Add(new Argument(Slots.Predicate, clause, "xcomp"));
        else
            into.Add(new Argument(Slots.Complement, clause, "comp"));
        // "Said it would be, or represent, a violation": what it is said to be.
        if (view.Lemma(clause) is "represent" or "constitute" && view.Child(clause, Relation.Obj) is var represented and >= 0) into.Add(new Argument(Slots.Complement, represented, "comp>obj"));
        if (view.HasMark(clause, "to") || IsSubjunctive(view, clause)) into.Add(new Argument(Slots.Infinitive, clause, "comp"));
        foreach (var child in view.Sentence.Children(clause))
            if (view.Relation(child) is Relation.Nsubj or Relation.NsubjPass) into.Add(new Argument(Slots.That, child, "comp>nsubj"));
            // "Should not have flown", "must be hiding": blame and guesses, no demand.
            else if (view.Relation(child) is Relation.Aux && view.Sentence[child].Penn == Penn.Md && !view.HasAuxiliary(clause, "have") && !view.IsGerund(clause))
                into.Add(new Argument(Slots.Modal, child, "comp>aux"));
        // "Rescuers have still to reach it": what has not come yet, not what must.
        if (view.Lemma(clause) is "have" or "need" && view.HasChild(clause, Relation.Xcomp) && !view.IsForm(clause + 1, "still") && !view.IsForm(clause + 1, "yet")) into.Add(new Argument(Slots.Modal, clause, "comp"));
    }

    /// <summary>"Insisted that Kenya withdraw": a bare form behind a subject that is one, without an auxiliary.</summary>
    private static bool IsSubjunctive(SentenceView view, int clause)
    {
        if (view.Sentence[clause].Penn is not (Penn.Vb or Penn.Vbp) || view.HasChild(clause, Relation.Aux) || view.HasMark(clause, "to")) return false;
        var subject = view.Child(clause, Relation.Nsubj);
        return subject >= 0 && subject < clause && (view.Sentence[clause].Penn == Penn.Vb || view.Sentence[subject].Penn is Penn.Nn or Penn.Nnp);
    }

    /// <summary>"Asked whether they knew", "asked where the money went", "“Will it rain?” asked the minister".</summary>
    private static bool IsQuestion(SentenceView view, int verb, int clause)
    {
        if (view.HasMark(clause, "to")) return false;
        if (view.HasMark(clause, "whether") || view.HasMark(clause, "if")) return true;
        foreach (var child in view.Sentence.Children(clause))
            if (child < clause && IsInterrogative(view.Lemma(child))) return true;
        for (var token = clause + 1; token < verb; token++)
            if (view.IsForm(token, "?")) return true;
        return clause > verb && IsInterrogative(view.Lemma(verb + 1));
    }

    /// <summary>"Asked the envoys why they left": parsers hang the question on the envoys.</summary>
    public static void ReadQuestion(SentenceView view, int noun, List<Argument> into)
    {
        foreach (var child in view.Sentence.Children(noun))
            if (view.Relation(child) == Relation.AclRelcl && child > noun && view.Lemma(noun + 1) is "why" or "how" or "whether" or "what") into.Add(new Argument(Slots.Question, child, "obj>acl"));
    }

    /// <summary>"Called the pullout a retreat": parsers set the second noun beside the first, where a comma would stand between two names of one thing.</summary>
    public static void ReadCalled(SentenceView view, int noun, List<Argument> into)
    {
        if (view.Child(noun, Relation.Appos) is not (var called and >= 0) || called < noun || view.Child(called, Relation.Det) != noun + 1) return;
        into.Add(new Argument(Slots.Predicate, called, "obj>appos"));
    }

    private static bool IsInterrogative(ReadOnlySpan<char> lemma) => lemma is "why" or "how" or "what" or "when" or "where" or "which" or "who" or "whose";
}
