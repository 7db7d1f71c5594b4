using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>Constructions in which a word tells no happening of its kind, whatever frame applies: questions, compounds, what somebody is rather than does.</summary>
internal static class Untold
{
    /// <summary>Whether a verb tells nothing here.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="verb">The verb's token.</param>
    /// <param name="kind">The kind of its frame.</param>
    /// <param name="frame">The frame that applies.</param>
    /// <param name="arguments">The verb's arguments.</param>
    public static bool Verb(SentenceView view, int verb, EventKind kind, Frame frame, List<Argument> arguments)
    {
        // "Opposing sides", "proposed changes": what kind, not what happened.
        if (view.Relation(verb) == Relation.Amod && (view.IsGerund(verb) || HappeningStrength.IsSpeech(kind))) return true;
        // "Kenya-backed troops", "rebel-held": half of a compound.
        if (verb > 0 && view.IsForm(verb - 1, "-") && view.Relation(verb) is Relation.Amod or Relation.Acl or Relation.Conj && !view.HasChild(verb, Relation.Nsubj)) return true;
        // "How many were arrested is not known": a question, not a happening.
        if (IsHowMany(view, arguments)) return true;
        // "Forces backed by Kenya": what they are, not what happened.
        if (kind == EventKind.Support && view.Relation(verb) == Relation.Acl && view.IsPassive(verb)) return true;
        // "Units based in Japan", "troops stationed there": where they are.
        if (kind == EventKind.Deployment && view.Relation(verb) == Relation.Acl && view.IsPassive(verb) && view.Lemma(verb) is "base" or "station" or "deploy" or "position" or "garrison" or "post") return true;
        // "Defended his handling of it": one's own.
        if (kind == EventKind.Support && view.IsLemma(verb, "defend") && view.Child(verb, Relation.Obj) is var own and >= 0 && view.Child(own, Relation.NmodPoss) is var whose and >= 0
            && view.Lemma(whose) is "he" or "she" or "it" or "they" or "his" or "her" or "its" or "their" or "my" or "our" or "i" or "we") return true;
        // "The storm was to blame"
        if (view.IsLemma(verb, "blame") && view.IsForm(verb - 1, "to") && verb > 1 && (view.IsLemma(verb - 2, "be") || view.IsLemma(verb - 2, "partly")) && !view.HasChild(verb, Relation.Obj)) return true;
        // "Was treated and released": by a hospital.
        if (kind == EventKind.Withdrawal && view.IsLemma(verb, "release") && view.Relation(verb) == Relation.Conj && view.Head(verb) is var before and >= 0 && view.Lemma(before) is "treat" or "examine" or "hospitalize") return true;
        // "Retorted when questioned about it": by whoever listens.
        if (kind == EventKind.Investigation && view.Lemma(verb) is "question" or "interview" && view.Relation(verb) == Relation.Advcl && !view.HasChild(verb, Relation.OblAgent) && (view.IsPassive(verb) || view.HasMark(verb, "when") || view.HasMark(verb, "if"))) return true;
        // "The bomber's car exploded": no accident.
        if (kind == EventKind.Disaster && view.Lemma(verb) is "explode" or "blow" or "detonate" && TellsOfAttackers(view)) return true;
        // "Would not say which agency is providing arms"
        if (view.Relation(verb) == Relation.Ccomp && AsksWhich(view, verb)) return true;
        // "They have to go to jail": the place.
        if (view.Relation(verb) is Relation.Obl or Relation.Nmod && !view.IsGerund(verb) && view.HasChild(verb, Relation.Case)) return true;
        // "Troops arrived in the United States": at home.
        return kind == EventKind.Deployment && frame.Mode == "troops" && view.Lemma(verb) is "arrive" or "return" or "come" or "head" or "land" && ArrivesHome(view, arguments);
    }

    /// <summary>Whether a noun tells nothing here.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="noun">The noun's token.</param>
    /// <param name="first">The first frame of its word.</param>
    public static bool Noun(SentenceView view, int noun, Frame first)
    {
        if (IsModifier(view, noun) || view.Sentence.Form(noun) is "March") return true;
        // "The Zambian opposition": who opposes, and nothing that it said.
        if (view.IsLemma(noun, "opposition") && view.MentionAt(noun) is { Role: "OPP" } && view.Relation(noun) is Relation.Nsubj or Relation.NsubjPass or Relation.Obj or Relation.OblAgent or Relation.Conj && !IsOpposedTo(view, noun)) return true;
        // "The mayor is under fire": blame, and nothing that burns. "Opened fire": no blaze.
        if (view.IsLemma(noun, "fire") && (view.Case(noun) is "under" || (noun > 0 && view.Lemma(noun - 1) is "open" or "return" or "exchange"))) return true;
        // "Came into contact with police", "the matter under discussion", "on the offensive", "talk turned to"
        if (view.Lemma(noun) is "contact" or "discussion" or "offensive" && view.Case(noun) is "into" or "under" or "on") return true;
        if (view.IsLemma(noun, "talk") && view.Sentence[noun].Penn == Penn.Nn && !view.HasChild(noun, Relation.Det) && !view.HasChild(noun, Relation.NmodPoss)) return true;
        // "Using “extortion” tactics": a word that somebody else uses.
        return noun > 0 && noun + 1 < view.Count && view.Sentence.Form(noun - 1)[0] is '"' or '“' && view.Sentence.Form(noun + 1)[0] is '"' or '”' && first.Kind is EventKind.Crime or EventKind.Attack;
    }

    private static bool TellsOfAttackers(SentenceView view)
    {
        for (var token = 0; token < view.Count; token++)
            if (view.Lemma(token) is "bomber" or "attacker" or "suicide" or "militant" or "gunman" or "bomb") return true;
        return false;
    }

    private static bool AsksWhich(SentenceView view, int verb)
    {
        var subject = view.Child(verb, Relation.Nsubj);
        foreach (var child in view.Sentence.Children(verb))
            if (child < verb && view.Lemma(child) is "which" or "what" && child < subject && view.Head(verb) is var asks and >= 0
                && view.Lemma(asks) is "say" or "disclose" or "specify" or "reveal" or "know" or "ask" or "clear" or "unclear" or "identify" or "name" or "tell") return true;
        return false;
    }

    private static bool ArrivesHome(SentenceView view, List<Argument> arguments)
    {
        foreach (var whither in arguments)
            if (whither.Slot is "in" or "to" or "at" or "from" && view.MentionAt(whither.Token) is { } place && (place.Code ?? place.Place?.Code) is { } code)
                foreach (var who in arguments)
                    if (who.Slot == Slots.Subject && whither.Slot != "from" && view.MentionAt(who.Token)?.Code == code) return true;
        return false;
    }

    private static bool IsHowMany(SentenceView view, List<Argument> arguments)
    {
        foreach (var argument in arguments)
            if (argument.Slot is Slots.Object or Slots.Subject)
                foreach (var child in view.Sentence.Children(argument.Token))
                    if ((child > 0 && view.Lemma(child) is "many" or "much" && view.IsLemma(child - 1, "how"))
                        // "Declined to say which states had offered it"
                        || (view.Relation(child) == Relation.Det && child < argument.Token && view.Lemma(child) is "which" or "what")) return true;
        return false;
    }

    private static bool IsOpposedTo(SentenceView view, int noun)
    {
        foreach (var child in view.Sentence.Children(noun))
            if (view.Relation(child) is Relation.Nmod or Relation.Obl && view.Case(child) is "to" or "against") return true;
        return false;
    }

    /// <summary>A noun before a noun tells nothing of its own: "attack helicopter", "protest leader".</summary>
    private static bool IsModifier(SentenceView view, int noun) => view.Relation(noun) is Relation.Compound or Relation.NmodDesc or Relation.Flat || IsPartOfProgram(view, noun) || NamesNext(view, noun);

    /// <summary>"Appeals court", "talk shows", whatever the tree makes of them.</summary>
    private static bool NamesNext(SentenceView view, int noun) =>
        (view.IsLemma(noun, "appeal") && view.Lemma(noun + 1 < view.Count ? noun + 1 : noun) is "court" or "trial" or "judge" or "panel" or "process" or "hearing")
        || (view.IsLemma(noun, "talk") && view.Lemma(noun + 1 < view.Count ? noun + 1 : noun) is "show" or "radio" or "program" or "host" or "point");

    /// <summary>"A detention and interrogation program": of two bare nouns before a third, both say what kind.</summary>
    private static bool IsPartOfProgram(SentenceView view, int noun) =>
        noun + 3 < view.Count && view.Sentence[noun].Penn == Penn.Nn && view.Relation(noun + 1) == Relation.Cc && view.Sentence[noun + 2].Penn == Penn.Nn
        && view.Head(noun + 2) == noun + 3 && view.Relation(noun + 2) == Relation.Compound && view.Lemma(noun + 3) is "program" or "programme" or "operation" or "center" or "centre" or "charge" or "policy" or "campaign"
            or "force" or "effort" or "mission" or "system" or "talk" or "team" or "unit" or "law" or "plan" or "act" or "committee" or "department" or "zone" or "case";
}
