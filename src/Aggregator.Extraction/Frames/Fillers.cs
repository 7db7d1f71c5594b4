using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>Finds the noun that a slot's filler stands for, where the tree has a pronoun or a day in its place.</summary>
internal static class Fillers
{
    /// <summary>In "the government today welcomed" parsers take the day for the subject and hang the government on it.</summary>
    public static int WithoutDay(SentenceView view, int subject)
    {
        if (view.Lemma(subject) is not ("today" or "yesterday" or "tonight" or "tomorrow" or "monday" or "tuesday" or "wednesday" or "thursday"
            or "friday" or "saturday" or "sunday")) return subject;
        foreach (var child in view.Sentence.Children(subject))
            if (view.IsNominal(child) && view.Relation(child) is Relation.Compound or Relation.NmodPoss or Relation.NmodDesc or Relation.NmodUnmarked) return child;
        return subject;
    }

    /// <summary>What a relative pronoun stands for: the noun that its clause modifies, else the noun before it.</summary>
    public static int Resolve(SentenceView view, int verb, int token)
    {
        if (view.IsLemma(token, "what")) return Called(view, token);
        if (!view.IsRelativePronoun(token)) return token;
        if (view.Antecedent(verb) is var noun and >= 0) return OneOf(view, noun);
        var before = token > 1 && view.Tag(token - 1) == Upos.Punct ? token - 2 : token - 1;
        return before >= 0 && token < verb && view.Lemma(token) is not "that" && view.IsNominal(before) ? before : token;
    }

    /// <summary>"Chad was among the states that signed", "is one of the states that signed": who is one of them.</summary>
    private static int OneOf(SentenceView view, int noun)
    {
        if (view.MentionAt(noun) is { Code: not null } || view.Lemma(noun) is not ("country" or "nation" or "state" or "government" or "power" or "member" or "lawmaker" or "senator" or "leader" or "group" or "organization" or "official" or "party")) return noun;
        var one = noun;
        if (view.Case(noun) is "of" && view.Head(noun) is var head and >= 0 && view.IsLemma(head, "one")) one = head;
        else if (view.Case(noun) is not "among") return noun;
        return view.HasChild(one, Relation.Cop) && view.Child(one, Relation.Nsubj) is var subject and >= 0 ? subject : noun;
    }

    /// <summary>"What it said was a bomb": the bomb.</summary>
    private static int Called(SentenceView view, int what)
    {
        var clause = view.Child(what, Relation.AclRelcl);
        if (clause < 0) return what;
        foreach (var child in view.Sentence.Children(clause))
            if (child > clause && view.Relation(child) is Relation.Ccomp or Relation.Xcomp or Relation.Obj && view.IsNominal(child)) return child;
        return what;
    }
}
