using Aggregator.Extraction.Mentions;
using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>
/// Reads the arguments of a verb that stand elsewhere in the sentence: what control, coordination, relative clauses, participles and the owners of
/// plans and papers give it.
/// </summary>
internal static class UnderstoodArguments
{
    private const int ClimbMax = 6;
    private const int NearestMax = 6;

    /// <summary>The subject, or the passive's object, that is understood from the clause above.</summary>
    public static void ReadFromAbove(SentenceView view, int verb, bool passive, List<Argument> into)
    {
        var wanted = passive ? Slots.Object : Slots.Subject;
        var at = verb;
        for (var steps = 0; steps < ClimbMax && view.Head(at) >= 0; steps++)
        {
            var head = view.Head(at);
            switch (view.Relation(at))
            {
                case Relation.Acl when at == verb && view.IsGerund(verb) && IsDocument(view.Lemma(head)):
                    // "signed an order imposing sanctions", "a resolution condemning it by Kenya": whose paper it is, does it.
                    if (ReadOwner(view, head, wanted, into) || (view.Head(head) >= 0 && ReadSubjectOf(view, view.Head(head), wanted, into))) return;
                    into.Add(new Argument(wanted, head, "acl"));
                    return;
                case Relation.Acl when !view.HasMark(at):
                case Relation.AclRelcl when at != verb || !HasOwnSubject(view, at):
                    var doubtful = passive && at == verb && MayBeMainClause(view, verb, head);
                    into.Add(new Argument(wanted, head, "acl", doubtful));
                    if (at == verb && view.IsGerund(verb)) ReadList(view, head, wanted, into);
                    if (doubtful) into.Add(new Argument(Slots.Subject, head, "acl as clause"));
                    return;
                case Relation.AclRelcl:
                    return;
                case Relation.Acl when view.Case(at) is "of":
                    // "Seized the ship on suspicion of smuggling": not who seized it.
                    if (view.Lemma(head) is "suspicion" or "charge" or "count" or "allegation" or "accusation")
                    {
                        if (view.Head(head) is var suspects and >= 0 && (view.Child(suspects, Relation.Obj) is var suspect and >= 0 || (suspect = view.Child(suspects, Relation.NsubjPass)) >= 0)) into.Add(new Argument(wanted, suspect, "acl<suspicion"));
                        return;
                    }
                    // "A policy of turning them away": whose policy it is.
                    if (ReadOwner(view, head, wanted, into)) return;
                    break;
                case Relation.Acl when IsHeadline(view, head):
                    into.Add(new Argument(wanted, head, "headline"));
                    return;
                case Relation.Acl when !view.HasMark(at, "to"):
                    // "seized the ship for breaking the embargo"
                    into.Add(new Argument(wanted, head, "acl"));
                    return;
                case Relation.Advcl when view.Case(at) is "for" or "of" or "from" && view.Child(head, Relation.Obj) is var blamed and >= 0:
                    into.Add(new Argument(wanted, blamed, "advcl<obj"));
                    return;
                case Relation.Acl:
                    if (ReadOwner(view, head, wanted, into)) return;
                    break;
                case Relation.Xcomp when !passive && view.Child(head, Relation.Obj) is var held and >= 0 && !PromisesItself(view, head):
                    into.Add(new Argument(wanted, held, "xcomp<obj"));
                    return;
                case Relation.Xcomp or Relation.Advcl or Relation.Conj or Relation.Parataxis or Relation.Obj or Relation.Obl:
                    break;
                default:
                    return;
            }
            if (view.Relation(at) == Relation.Parataxis && at != verb) return;
            at = head;
            if (ReadSubjectOf(view, at, wanted, into)) return;
        }
    }

    /// <summary>
    /// "Insurgents struck at dawn", "after a tram overturned": parsers read a past tense for a participle where a whole clause stands.
    /// </summary>
    private static bool MayBeMainClause(SentenceView view, int verb, int noun) =>
        !view.HasChild(verb, Relation.OblAgent) && verb > noun
        && (view.Head(noun) < 0 || view.Case(noun) is "after" or "before" or "when" or "as" or "since" or "until" or "that" or "because" or "while");

    /// <summary>The nearest party to the left with no verb between, where parsing found no subject.</summary>
    public static void ReadNearest(SentenceView view, int verb, List<Argument> into)
    {
        if (view.Relation(verb) is not (Relation.Root or Relation.Ccomp or Relation.Conj or Relation.Parataxis) || view.IsGerund(verb) || view.HasMark(verb, "to")) return;
        for (var i = verb - 1; i >= Math.Max(0, verb - NearestMax) && view.Tag(i) is not (Upos.Verb or Upos.Sconj or Upos.Adp); i--)
        {
            if (view.MentionAt(i) is not { Kind: not (MentionKind.Place or MentionKind.Demonym) } mention || mention.Code is null) continue;
            into.Add(new Argument(Slots.Subject, i, "nearest before"));
            return;
        }
    }

    /// <summary>"Kenyatta to meet Obasanjo": a name that heads a line without a verb of its own, and is no predicate.</summary>
    public static bool IsHeadline(SentenceView view, int name) =>
        view.Relation(name) == Relation.Root && view.Tag(name) == Upos.Propn && !view.HasChild(name, Relation.Cop) && !view.HasChild(name, Relation.Nsubj)
        && view.MentionAt(name) is { Kind: MentionKind.Person or MentionKind.Country or MentionKind.Government or MentionKind.Body or MentionKind.ArmedGroup };

    private static bool ReadSubjectOf(SentenceView view, int verb, string wanted, List<Argument> into)
    {
        var found = false;
        foreach (var child in view.Sentence.Children(verb))
        {
            if (view.Relation(child) is not (Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter) && !(view.Relation(child) == Relation.Expl && view.MentionAt(child) is { Code: not null })) continue;
            into.Add(new Argument(wanted, Fillers.Resolve(view, verb, child), "shared nsubj"));
            found = true;
        }
        return found;
    }

    /// <summary>"Kenya's plan to meet": the plan's owner is who meets.</summary>
    private static bool ReadOwner(SentenceView view, int noun, string wanted, List<Argument> into)
    {
        foreach (var child in view.Sentence.Children(noun))
        {
            var owns = view.Relation(child) is Relation.NmodPoss
                || (view.Relation(child) is Relation.Amod or Relation.Compound && view.MentionAt(child)?.Code is not null)
                || (view.Relation(child) is Relation.Nmod && view.Case(child) is "by" or "of" or "from" && view.MentionAt(child) is not null);
            if (!owns) continue;
            into.Add(new Argument(wanted, child, "owner"));
            return true;
        }
        return false;
    }

    /// <summary>"With Chad, Mali and Niger condemning it": what modifies the last of a list modifies them all.</summary>
    private static void ReadList(SentenceView view, int last, string wanted, List<Argument> into)
    {
        if (view.Relation(last) != Relation.Conj || view.Case(view.Head(last)) is not "with") return;
        into.Add(new Argument(wanted, view.Head(last), "acl<conj"));
        foreach (var child in view.Sentence.Children(view.Head(last)))
            if (child != last && view.Relation(child) == Relation.Conj) into.Add(new Argument(wanted, child, "acl<conj"));
    }

    public static bool HasOwnSubject(SentenceView view, int verb) =>
        view.HasChild(verb, Relation.Nsubj) || view.HasChild(verb, Relation.NsubjPass);

    /// <summary>Whether a word names a paper, which does what its participle says: "an order imposing sanctions".</summary>
    public static bool IsDocument(ReadOnlySpan<char> lemma) => lemma is "order" or "law" or "bill" or "resolution" or "decree" or "deal" or "agreement"
        or "statement" or "motion" or "measure" or "act" or "legislation" or "letter" or "declaration" or "petition" or "communique" or "report" or "directive";

    private static bool PromisesItself(SentenceView view, int verb) =>
        view.Lemma(verb) is "promise" or "threaten" or "vow" or "use" or "hold" or "have" or "take" or "give" or "make" or "face";
}
