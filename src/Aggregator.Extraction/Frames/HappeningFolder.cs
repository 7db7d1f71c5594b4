namespace Aggregator.Extraction.Frames;

/// <summary>
/// Folds what an article tells several times into one happening: the same kind, and parties, date and place that do not contradict.
/// The telling that says most is kept; the others become its further spans. What only a bare noun tells is dropped when nothing firmer
/// tells it too.
/// </summary>
internal static class HappeningFolder
{
    /// <summary>The least strength of a happening that is reported.</summary>
    public const double StrengthMin = 0.5;

    /// <summary>A noun below this strength tells nothing new of its own.</summary>
    private const double WeakMax = 0.55;

    /// <summary>How many open happenings of a kind one is compared with, the latest first: it keeps the work linear.</summary>
    private const int CompareMax = 24;

    /// <summary>How far behind a telling, in sentences, a noun that points back may stand.</summary>
    private const int PointBackSentencesMax = 3;

    /// <summary>How far apart, in sentences, two verbs of one manner may tell the same.</summary>
    private const int OtherWordsSentencesMax = 8;

    /// <summary>How many whom no code is known of are gathered before tellings add no more: it keeps the work linear.</summary>
    private const int PlayersMax = 64;

    /// <summary>Folds an article's happenings, which stand in the order of the text.</summary>
    public static List<Happening> Fold(IReadOnlyList<Happening> happenings)
    {
        var folded = new List<Happening>();
        var byKind = new Dictionary<EventKind, List<Happening>>();
        foreach (var happening in happenings)
        {
            if (!byKind.TryGetValue(happening.Kind, out var open)) byKind.Add(happening.Kind, open = []);
            var into = -1;
            for (var i = open.Count - 1; i >= Math.Max(0, open.Count - CompareMax) && into < 0; i--)
                if (IsSame(open[i], happening)) into = i;
            if (into < 0) open.Add(happening);
            else open[into] = Merge(open[into], happening);
        }
        foreach (var open in byKind.Values) folded.AddRange(open.Where(happening => happening.Strength >= StrengthMin));
        folded.Sort((a, b) => a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : a.Kind.CompareTo(b.Kind));
        return folded;
    }

    private static bool IsSame(Happening told, Happening again)
    {
        if (told.Status != again.Status && !(told.IsNominal || again.IsNominal || AreUnderWay(told, again))) return false;
        // "May impose sanctions. … Sanctions were imposed": what was thought of is not what was done.
        if (IsOnlyThoughtOf(told, again) || IsOnlyThoughtOf(again, told)) return false;
        if (told.When is { } when && again.When is { } other && !when.Overlaps(other)) return false;
        // "Hosted the summit": verb and noun tell it together.
        if (told.Sentence == again.Sentence && again.IsNominal && !told.IsNominal && again.Anchor == told.Trigger && again.Anchor != again.Trigger) return true;
        if (!Places(told.Where, again.Where)) return false;
        if (told.IsFurther || again.IsFurther) return false;
        // "A quake shook the east … The tremor struck before seven": an article tells one of a sort, where nothing sets them apart.
        if (told.Kind == EventKind.Disaster && told.Mode is not null && told.Mode == again.Mode && (again.IsDefinite || told.Sentence == again.Sentence)) return true;
        if (IsSetApart(told, again) || IsSetApart(again, told)) return false;
        // "An airstrike in Chad targeted him", "went on a rampage at the dock", "a summit, a gathering of kings": a noun beside its own verb or noun.
        if (told.Sentence == again.Sentence && told.Kind is EventKind.Attack or EventKind.Meeting or EventKind.Disaster && AreBeside(told, again)) return true;
        // Talks that failed are not the visit that is told of next.
        if (told.Kind == EventKind.Meeting && told.Mode != again.Mode && (told.Mode == "visit" || again.Mode == "visit") && (IsWeak(told) || IsWeak(again)) && told.Sentence != again.Sentence && !again.IsDefinite) return false;
        // Detained and fined, freed and withdrawn: one is not the other.
        if (AreDeedsApart(told, again)) return false;
        var (actors, recipients) = (Compare(told.Actors, again.Actors), Compare(told.Recipients, again.Recipients));
        // "Struck the group in Syria … struck a camp at Raqqa": what stands in a country is done to whoever is there.
        if (recipients < 0 && (actors > 0 || again.IsDefinite) && told.Kind == EventKind.Attack && (IsDoneThere(told, again) || IsDoneThere(again, told))) recipients = 0;
        // "The attack in Chad … three Kenyans were killed in the attack": a place tells where, and not to whom.
        if (recipients < 0 && told.Kind == EventKind.Attack && (IsOnlyPlaced(told, again) || IsOnlyPlaced(again, told))) recipients = 0;
        // "Four Kenyans were killed in the attack": whoever they are.
        if (recipients < 0 && again is { Kind: EventKind.Attack, IsDefinite: true, IsNominal: false } && again.Sentence - told.Sentence <= PointBackSentencesMax) recipients = 0;
        // "Chad reached a deal with Togo … Togo secured an understanding": of a deal both sides are parties, whoever is named first.
        if (IsDeal(told) && IsDeal(again) && again.Sentence - told.Sentence <= OtherWordsSentencesMax && (AreWithin(told, again) || AreWithin(again, told))) return true;
        if (actors < 0 || recipients < 0) return false;
        // "A bomb exploded, killing five"
        if (told.Kind == EventKind.Attack && told.Sentence == again.Sentence && again.ResultOf == told.Trigger) return true;
        if (IsAnotherWay(told, again)) return false;
        if (told.Kind is EventKind.Meeting or EventKind.Call && AreWithOthers(told.Actors, again.Actors)) return false;
        // "Urged them to leave … urged them to vote": the same two, about something else.
        // "Sent a warning to Chad … issued the warning in Nairobi": a noun that points back and names nobody else.
        var isThatOne = again.IsDefinite && actors > 0 && told.Frame.Mode == again.Frame.Mode && !again.Recipients.Exists(player => player.Code is not null);
        if (isThatOne) return true;
        if (told.Sentence != again.Sentence && Contents.Differ(told, again)) return false;
        // "Killed three and injured nine": one attacker, one sentence.
        if (told.Kind is EventKind.Attack or EventKind.Disaster && told.Sentence == again.Sentence && told.Actors.Exists(actor => again.Actors.Exists(other => other.Span == actor.Span))) return true;
        // "Was shot and killed by a gunman": two verbs side by side of one victim.
        if (told.Kind == EventKind.Attack && told.Sentence == again.Sentence && !told.IsNominal && !again.IsNominal && again.Trigger - told.Trigger is > 0 and <= 2) return true;
        if (IsWeak(again) || IsWeak(told)) return true;
        if (IsToldInOtherWords(told, again, actors, recipients)) return true;
        // "The group said it carried out the attack": the attack that was told, if nobody is known yet to have done it.
        if (again.IsDefinite && told.Kind is EventKind.Attack or EventKind.Disaster or EventKind.Crime && !told.Actors.Exists(player => player.Code is not null)) return true;
        // "They met in Lomé, and the meeting lasted two hours": a noun that points back and names nobody.
        if (PointsBack(told, again)) return true;
        return (actors > 0 && (recipients > 0 || again.IsNominal || told.IsNominal)) || (recipients > 0 && (again.IsNominal || told.IsNominal))
            || (told.Frame.Trigger == again.Frame.Trigger && actors >= 0 && recipients >= 0);
    }

    /// <summary>Whether a noun with "the" or "this", which names no one of its own, stands near enough behind a telling to mean it.</summary>
    private static bool PointsBack(Happening told, Happening again) =>
        again.IsDefinite && again.Sentence - told.Sentence <= PointBackSentencesMax && !again.Actors.Concat(again.Recipients).Any(player => player.Code is not null && !player.IsInferred);

    /// <summary>
    /// "Shot two officers … the officers were gunned down", "is sending a carrier … is deploying the strike group", "demonstrated on Monday … took to the streets":
    /// other verbs, the same manner, nothing that contradicts, and not far apart.
    /// </summary>
    private static bool IsToldInOtherWords(Happening told, Happening again, int actors, int recipients)
    {
        if (told.Status != again.Status || again.Sentence - told.Sentence > OtherWordsSentencesMax) return false;
        return told.Kind switch
        {
            EventKind.Protest => told.Mode == again.Mode && again.Sentence - told.Sentence <= PointBackSentencesMax && actors >= 0 && recipients >= 0
                && MayShare(told.Actors, again.Actors) && MayShare(told.Recipients, again.Recipients),
            EventKind.Attack => AreOneManner(told.Mode, again.Mode) && again.Sentence - told.Sentence <= PointBackSentencesMax && recipients >= 0 && actors >= 0 && SharesRole(told, again) && ActsForTheLaw(told) == ActsForTheLaw(again),
            EventKind.Deployment => actors > 0 && told.Mode == again.Mode && told.Mode == "troops" && told.Sentence != again.Sentence && recipients >= 0,
            _ => false,
        };
    }

    public static bool IsDeal(Happening happening) =>
        happening.Kind == EventKind.Pledge && Array.Exists(happening.Frame.Conditions, condition => condition is { Slot: Slots.Object, Negated: false, Value: "deal" });

    /// <summary>Whether all whom one telling knows, and there is one, are parties of the other.</summary>
    private static bool AreWithin(Happening some, Happening all) =>
        some.Actors.Exists(one => one.Code is not null) && some.Actors.Concat(some.Recipients).All(one => one.Code is null || all.Actors.Concat(all.Recipients).Any(other => other.Code == one.Code));

    /// <summary>Whether two sides, codes that are only inferred included, do not contradict.</summary>
    private static bool MayShare(List<Player> some, List<Player> others) =>
        !some.Exists(one => one.Code is not null) || !others.Exists(other => other.Code is not null) || some.Exists(one => one.Code is not null && others.Exists(other => other.Code == one.Code));

    /// <summary>"Police shot the driver" is not what the driver did.</summary>
    private static bool ActsForTheLaw(Happening happening) => happening.Actors.Exists(player => player.Role is "COP" or "SPY" or "GOV" or "MIL");

    /// <summary>Who was shot may be told of as killed.</summary>
    private static bool AreOneManner(string? one, string? other) => (one is "shoot" or "kill" && other is "shoot" or "kill") || (one is "bomb" or "kill" && other is "bomb" or "kill");

    /// <summary>Whether those it was done to may be the same: of one role, or of a role that only one tells.</summary>
    private static bool SharesRole(Happening told, Happening again) =>
        told.Recipients.Exists(one => again.Recipients.Exists(other => (one.Code == other.Code && (one.Role == other.Role || one.IsPlace || other.IsPlace)) || (told.When is not null && again.When is not null && (one is { IsInferred: true, IsPlace: true } || other is { IsInferred: true, IsPlace: true }))));

    /// <summary>Whether a noun that does not point back tells only that something might be, and the other that it was.</summary>
    private static bool IsOnlyThoughtOf(Happening thought, Happening done) =>
        thought is { IsNominal: true, IsDefinite: false, Status: EventStatus.Hypothetical } && done.Status is EventStatus.Occurred or EventStatus.Ongoing && !(done.IsNominal && done.StatusRule == "noun");

    private static bool AreBeside(Happening told, Happening again) =>
        told.Kind == again.Kind && (told.Objects.Exists(again.Doers.Contains) || IsResult(told, again) || IsResult(again, told) || (again.IsNominal && (told.Doers.Contains(again.Trigger) || again.HeadToken == told.Trigger)) || (told.IsNominal && (again.Doers.Contains(told.Trigger) || told.HeadToken == again.Trigger)));

    /// <summary>"Launched an airstrike, targeting a shipment": what the strike came to.</summary>
    private static bool IsResult(Happening deed, Happening result) => result.ResultOf >= 0 && (result.ResultOf == deed.Anchor || result.ResultOf == deed.Trigger);

    private static bool AreDeedsApart(Happening told, Happening again) =>
        told.Kind is EventKind.Coercion or EventKind.Withdrawal && told.Mode is not null && again.Mode is not null && told.Mode != again.Mode && !(IsOfCourt(told.Mode) && IsOfCourt(again.Mode));

    private static bool IsOfCourt(string mode) => mode is "arrest" or "charge" or "trial";

    /// <summary>Whether all whom an attack was done to are places, in the state where the other one happened, or that it is not said where that was.</summary>
    private static bool IsOnlyPlaced(Happening placed, Happening other) =>
        placed.Recipients.TrueForAll(player => player.Code is null || player.IsPlace || player.Path.Contains(">in", StringComparison.Ordinal))
        && (other.Where?.Country is not { } where || placed.Recipients.Exists(player => player.Code == where.Value));

    /// <summary>What goes on has also begun to happen.</summary>
    private static bool AreUnderWay(Happening told, Happening again) =>
        told.Kind == EventKind.Disaster && told.Status is EventStatus.Occurred or EventStatus.Ongoing && again.Status is EventStatus.Occurred or EventStatus.Ongoing;

    /// <summary>"A reprisal for airstrikes in Gao last week": a noun with a day and a place of its own is not what a telling without either is about.</summary>
    private static bool IsSetApart(Happening told, Happening named) =>
        named.IsNominal && named.Anchor == named.Trigger && named.When is not null && named.Where is not null && told.When is null && told.Where is null;

    /// <summary>A shooting is not the bombing that was told before, nor an arson the kidnapping.</summary>
    private static bool IsAnotherWay(Happening told, Happening again) =>
        told.Kind == EventKind.Attack && !told.IsNominal && !again.IsNominal && told.Mode != again.Mode
        && told.Mode is "bomb" or "shoot" or "ram" or "abduct" or "arson" or "torture"
        && again.Mode is "bomb" or "shoot" or "ram" or "abduct" or "arson" or "torture";

    /// <summary>"Met Ann Roe … then met Jan Berg": each names somebody who has the state of a party of the other, and is not named there.</summary>
    private static bool AreWithOthers(List<Player> some, List<Player> others) => HasFurther(some, others) && HasFurther(others, some);

    private static bool HasFurther(List<Player> some, List<Player> others) =>
        others.Exists(player => player.Name is not null && !some.Exists(known => known.Name == player.Name))
        && some.Exists(player => player.Name is not null && player.Code is not null && others.Exists(other => other.Code == player.Code && other.Name is not null && other.Name != player.Name));

    /// <summary>"The attack", "12 were killed": nobody known and no place tells it from what was told before.</summary>
    private static bool IsWeak(Happening happening) =>
        (happening.IsNominal && happening.Anchor == happening.Trigger && happening.Strength < WeakMax)
        || (happening.Where is null && happening.When is null && !happening.Actors.Exists(player => !player.IsPlace || player.Code is not null) && (happening.IsNominal || happening.Kind is EventKind.Attack or EventKind.Disaster)
            && !happening.Actors.Concat(happening.Recipients).Any(player => player.Code is not null && !player.IsInferred));

    /// <summary>Whether one is done to an armed group in a country, and the other to that country by a place in it.</summary>
    private static bool IsDoneThere(Happening toGroup, Happening toPlace) =>
        toGroup.Where?.Country is { } country && toGroup.Recipients.Exists(player => player.Code?.StartsWith("NSA:", StringComparison.Ordinal) == true)
        && toPlace.Recipients.TrueForAll(player => player.Code is null || player.Code == country.Value);

    /// <summary>1 when the two share a code that their words give, -1 when both have such codes and share none, else 0.</summary>
    private static int Compare(List<Player> some, List<Player> others)
    {
        var known = false;
        foreach (var one in some)
            foreach (var other in others)
            {
                if (one.Code is null || other.Code is null || one.IsInferred || other.IsInferred) continue;
                if (one.Code == other.Code) return 1;
                known = true;
            }
        return known ? -1 : 0;
    }

    private static bool Places(Place? one, Place? other) =>
        one is null || other is null || one.Name == other.Name
        || (one.Country is { } country && country == other.Country && (IsWhole(one) || IsWhole(other)));

    /// <summary>Whether a place is a state rather than a point in one.</summary>
    private static bool IsWhole(Place place) => place.Latitude is null;

    private static Happening Merge(Happening told, Happening again)
    {
        var (kept, other) = again.Strength > told.Strength + 0.2 ? (again, told) : (told, again);
        other.FoldedInto = kept;
        kept.Also.Add(other.Span);
        kept.Also.AddRange(other.Also);
        Add(kept.Actors, other.Actors);
        Add(kept.Recipients, other.Recipients);
        // "Imposed sanctions. The sanctions will take effect in May": the day of what is to come is not that of what was done.
        var isToCome = kept.Status == EventStatus.Occurred && other.Status == EventStatus.Planned;
        if (kept.When is null && !isToCome) (kept.When, kept.WhenSpan, kept.WhenRule) = (other.When, other.WhenSpan, other.WhenRule + ", told again");
        if (kept.Where is null) (kept.Where, kept.WhereSpan, kept.WhereRule) = (other.Where, other.WhereSpan, other.WhereRule + ", told again");
        kept.Strength = Math.Max(kept.Strength, other.Strength);
        return kept;
    }

    /// <summary>A telling that names nobody takes them from the other; one that does keeps its own, and learns the names of further ones of the same state or of none.</summary>
    private static void Add(List<Player> kept, List<Player> other)
    {
        if (kept.Count >= PlayersMax) return;
        if (!kept.Exists(player => player.Code is not null)) kept.AddRange(other);
        else kept.AddRange(other.Where(one => one.Name is { } name && !kept.Exists(player => player.Name == name) && (one.Code is null || kept.Exists(player => player.Code == one.Code))));
    }
}
