using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>
/// Removes what is only the content of an appeal, demand, pledge, threat or rejection: "urged Kenya to withdraw" tells an appeal and
/// no withdrawal.
/// </summary>
internal static class ContentOfSpeech
{
    private const int ClimbMax = 8;

    /// <summary>Removes such happenings from a sentence's, which begin at an index of the list.</summary>
    public static void Remove(SentenceView view, List<Happening> happenings, int from)
    {
        for (var i = happenings.Count - 1; i >= from; i--)
            if (IsReadiness(view, happenings, from, happenings[i])) happenings.RemoveAt(i);
        for (var i = from; i < happenings.Count; i++) Threaten(view, happenings, from, happenings[i]);
        for (var i = happenings.Count - 1; i >= from; i--)
            if (IsContent(view, happenings, from, happenings[i])) happenings.RemoveAt(i);
    }

    /// <summary>"Is ready to launch a satellite": what it is ready for is to come, and nothing is promised to anybody.</summary>
    private static bool IsReadiness(SentenceView view, List<Happening> happenings, int from, Happening speech)
    {
        if (speech.Kind != EventKind.Pledge || view.Tag(speech.Trigger) != Upos.Adj) return false;
        for (var i = from; i < happenings.Count; i++)
            if (happenings[i] is { Kind: EventKind.Deployment, Status: EventStatus.Planned } deed && view.Head(deed.Trigger) == speech.Trigger) return true;
        return false;
    }

    /// <summary>"Is prepared to launch a strike on Chad", "vowed to bomb it": who promises an attack threatens with it.</summary>
    private static void Threaten(SentenceView view, List<Happening> happenings, int from, Happening speech)
    {
        if (speech is not { Kind: EventKind.Pledge, IsNominal: false, Frame.Kind: EventKind.Pledge } || view.Lemma(speech.Trigger) is "offer" or "agree" or "volunteer") return;
        for (var i = from; i < happenings.Count; i++)
        {
            var deed = happenings[i];
            if (deed.Kind != EventKind.Attack || deed.Mode is "clash" or "seize" || deed.Status is not (EventStatus.Planned or EventStatus.Hypothetical) || view.Head(deed.Anchor) != speech.Trigger || !view.HasMark(deed.Anchor, "to")) continue;
            speech.Kind = EventKind.Threat;
            speech.Turns.Add(($"{Wire.WireName.From(EventKind.Threat)}: an attack is promised", view.Sentence[deed.Trigger].Span));
            if (!speech.Recipients.Exists(player => player.Code is not null)) speech.Recipients.AddRange(deed.Recipients);
            return;
        }
    }

    private static bool IsContent(SentenceView view, List<Happening> happenings, int from, Happening candidate)
    {
        // "Agreed on a date for a meeting": it is to come.
        if (candidate is { Kind: EventKind.Meeting, IsNominal: true, Status: EventStatus.Planned } && view.Case(candidate.Trigger) is "for") return false;
        var at = candidate.Anchor;
        for (var steps = 0; steps < ClimbMax && view.Head(at) >= 0; steps++)
        {
            var head = view.Head(at);
            var below = view.Relation(at) is Relation.Xcomp or Relation.Ccomp or Relation.Acl or Relation.Obj or Relation.Obl or Relation.Nmod
                || (view.Relation(at) == Relation.Advcl && (view.HasMark(at, "to") || view.HasMark(at, "if") || view.HasMark(at, "unless")));
            if (below)
                for (var i = from; i < happenings.Count; i++)
                    if (happenings[i] != candidate && happenings[i].Trigger == head && HasContent(happenings[i].Kind)) return true;
            if (view.Relation(at) is Relation.AclRelcl or Relation.Parataxis) return false;
            at = head;
        }
        return false;
    }

    private static bool HasContent(EventKind kind) =>
        kind is EventKind.Appeal or EventKind.Demand or EventKind.Pledge or EventKind.Threat or EventKind.Rejection;
}
