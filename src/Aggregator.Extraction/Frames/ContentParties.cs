using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>
/// Finds at whom a promise, threat, appeal or refusal is directed when only its content names them: "threatened to cut ties with
/// Kenya", "the proposal to send engineers to Togo".
/// </summary>
internal sealed class ContentParties(Cast cast)
{
    private static readonly string[] s_slots = [Slots.Indirect, Slots.Object, "to", "against", "with", "on", "from", "into", "at", "for", "between", "in"];

    /// <summary>Adds those whom the content names, other than those who act, to a happening's recipients.</summary>
    public void Read(SentenceView view, Happening happening, List<Argument> arguments)
    {
        if (happening is { Kind: EventKind.Sanction, IsNominal: true }) ReadPurpose(view, happening);
        if (!HasContent(happening.Kind) || happening.Recipients.Exists(player => player.Code is not null)) return;
        foreach (var argument in arguments)
            if (argument.Slot == Slots.Complement && view.Tag(argument.Token) == Upos.Verb && Read(view, happening, argument.Token)) return;
    }

    /// <summary>"Sanctions imposed to discourage Kenya": whom a sanction is to move, it is directed at.</summary>
    private void ReadPurpose(SentenceView view, Happening happening)
    {
        if (happening.Recipients.Exists(player => player.Code is not null)) return;
        foreach (var clause in view.Sentence.Children(happening.Trigger))
        {
            if (view.Relation(clause) is not (Relation.Acl or Relation.AclRelcl)) continue;
            if (view.HasMark(clause, "to") && Read(view, happening, clause)) return;
            foreach (var purpose in view.Sentence.Children(clause))
                if (view.Relation(purpose) is Relation.Advcl or Relation.Xcomp && view.HasMark(purpose, "to") && Read(view, happening, purpose)) return;
        }
    }

    private bool Read(SentenceView view, Happening happening, int verb)
    {
        var content = new List<Argument>(8);
        VerbArguments.Read(view, verb, content);
        var found = new List<Player>(4);
        foreach (var slot in s_slots)
        {
            foreach (var argument in content)
                if (argument.Slot == slot && !IsSite(view, argument)) cast.Read(view, argument.Token, "content>" + argument.Path, found);
            found.RemoveAll(player => player.Code is null);
            // "Threatened to ban opposition candidates of Uganda": others of one's own state, if they are who is acted on.
            if (slot != Slots.Object || !found.TrueForAll(player => player.Name is null && player.Role is "OPP" or "CVL" or "MED" or "REL" or "LAB"))
                found.RemoveAll(player => happening.Actors.Exists(actor => actor.Code == player.Code));
            if (found.Count == 0) continue;
            happening.Recipients.AddRange(found);
            return true;
        }
        return false;
    }

    /// <summary>"To meet in the Kenyan capital": where, not with whom; "to open a base in Kenya" is at Kenya's expense or to its gain.</summary>
    private static bool IsSite(SentenceView view, Argument argument) => argument.Slot == "in" && view.Tag(argument.Token) == Upos.Noun;

    private static bool HasContent(EventKind kind) => kind is EventKind.Threat or EventKind.Pledge or EventKind.Appeal or EventKind.Rejection;
}
