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
            if (IsContent(view, happenings, from, happenings[i])) happenings.RemoveAt(i);
    }

    private static bool IsContent(SentenceView view, List<Happening> happenings, int from, Happening candidate)
    {
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
