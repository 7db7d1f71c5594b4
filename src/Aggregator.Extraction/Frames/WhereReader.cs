using Aggregator.Extraction.Mentions;
using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>Finds where a happening took place: a locative phrase at its trigger, light verb or clause, else the place it was done to.</summary>
internal static class WhereReader
{
    private const int ClimbMax = 4;
    private const int DepthMax = 3;

    /// <summary>Gives a happening its place, when the sentence has one for it.</summary>
    public static void Read(SentenceView view, Happening happening)
    {
        if (Locate(view, happening.Trigger, happening.Kind) is not ({ } mention, var rule)) return;
        (happening.Where, happening.WhereSpan, happening.WhereRule) = (Of(mention), mention.NameSpan, $"{rule} by {mention.Rule}");
    }

    /// <summary>The place of what a token tells; null when the sentence has none for it.</summary>
    public static Place? Find(SentenceView view, int trigger, EventKind kind) => Locate(view, trigger, kind) is { } found ? Of(found.Mention) : null;

    private static (Mention Mention, string Rule)? Locate(SentenceView view, int trigger, EventKind kind)
    {
        var at = trigger;
        for (var steps = 0; at >= 0 && steps < ClimbMax; steps++, at = view.Head(at))
        {
            if (FindAt(view, at, kind, isTrigger: steps == 0) is { } place) return place;
            if (view.Relation(at) is Relation.AclRelcl or Relation.Ccomp or Relation.Parataxis) break;
        }
        return null;
    }

    private static (Mention Mention, string Rule)? FindAt(SentenceView view, int token, EventKind kind, bool isTrigger)
    {
        foreach (var child in view.Sentence.Children(token))
        {
            var relation = view.Relation(child);
            var locative = relation is Relation.Obl or Relation.Nmod && IsLocative(view.Case(child), kind);
            var undergone = isTrigger && relation is Relation.Obj or Relation.NsubjPass && kind is EventKind.Attack or EventKind.Disaster or EventKind.Meeting;
            if ((locative || undergone) && (Place(view, child, DepthMax) ?? BesideCourt(view, child)) is { } place)
                return (place, $"{relation.Name()} {(locative ? $"'{view.Case(child)}' " : "")}of {view.Lemma(token)}");
            if (relation is Relation.Obj && !undergone && FindAt(view, child, kind, isTrigger: false) is { } inner) return inner;
        }
        return null;
    }

    /// <summary>"Outside a court in Lima": where the building stands, and not where a case is heard.</summary>
    private static Mention? BesideCourt(SentenceView view, int token)
    {
        if (!view.IsLemma(token, "court") || view.Case(token) is not ("outside" or "near" or "at" or "inside")) return null;
        foreach (var child in view.Sentence.Children(token))
            if (view.Relation(child) is Relation.Nmod && view.Case(child) is "in" && Place(view, child, depth: 1) is { } place) return place;
        return null;
    }

    private static bool IsLocative(ReadOnlySpan<char> preposition, EventKind kind) =>
        preposition is "in" or "at" or "near" or "outside" or "inside" or "around" or "across" or "throughout" or "within" or "off" or "over" or "along"
        || (preposition is "to" or "into" && kind is EventKind.Deployment or EventKind.Meeting)
        || (preposition is "on" or "of" or "against" && kind is EventKind.Attack or EventKind.Disaster)
        || (preposition is "from" && kind == EventKind.Withdrawal);

    private static Mention? Place(SentenceView view, int token, int depth)
    {
        if (view.MentionAt(token) is { Kind: MentionKind.Place or MentionKind.Country or MentionKind.Government } place) return place;
        if (depth == 0 || view.Lemma(token) is "raid" or "attack" or "strike" or "airstrike" or "operation" or "war" or "custody" or "court" or "election") return null;
        foreach (var child in view.Sentence.Children(token))
            if (view.Relation(child) is Relation.Nmod or Relation.Appos or Relation.Compound or Relation.NmodPoss or Relation.NmodUnmarked or Relation.NmodDesc
                && view.Case(child) is [] or "of" or "in" or "'s" or "’s" && Place(view, child, depth - 1) is { } inner) return inner;
        return null;
    }

    private static Place Of(Mention mention)
    {
        var code = mention.Place?.Code ?? mention.Code;
        return new Place
        {
            Name = mention.FullName ?? mention.Place?.Name ?? "",
            Country = PartyCode.TryParse(code, out var country) && country.IsState ? country : null,
            Latitude = mention.Place?.Latitude, Longitude = mention.Place?.Longitude, Entry = mention.Place?.Name,
        };
    }
}
