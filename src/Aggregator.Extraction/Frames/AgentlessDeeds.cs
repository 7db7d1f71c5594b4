using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>
/// Tells passives that leave out who did it and yet tell a deed of its kind: "charges were dropped", "a curfew was lifted", "the bill was vetoed". A habit
/// ("sanctions are often lifted") and what a side clause takes for granted ("once sanctions are lifted") tell none.
/// </summary>
internal static class AgentlessDeeds
{
    /// <summary>How firmly such a passive tells a happening of which nobody is known.</summary>
    public const double Strength = 0.55;

    /// <summary>Whether a happening is told by such a passive.</summary>
    public static bool Is(SentenceView view, Happening happening) =>
        !happening.IsNominal && happening.Status is EventStatus.Occurred or EventStatus.Planned or EventStatus.Ongoing && IsInstitutional(happening) && IsTold(view, happening.Trigger);

    private static bool IsInstitutional(Happening happening) => happening.Kind switch
    {
        EventKind.Concession => happening.Frame.Mode is "ease" or "ceasefire" or "clemency" || AsksForObject(happening, "charge") || AsksForObject(happening, "strike"),
        EventKind.Withdrawal => happening.Frame.Mode is "military" or "release" or "dismiss" && AsksForObject(happening),
        EventKind.Disapproval => happening.Frame.Mode is "legal" or "accuse",
        EventKind.Aid => happening.Frame.Mode is not "economic" && AsksForObject(happening),
        // "The Obama sanctions were announced": the noun tells it, with whose they are.
        EventKind.Sanction when AsksForObject(happening, "sanction") => false,
        // "Flights were cancelled", "the show was suspended": by weather as well as by a government.
        EventKind.Sanction => happening.Frame.Mode != "talks" && AsksForObject(happening) && !AsksForObject(happening, "tie") && !AsksForObject(happening, "supply"),
        EventKind.Coercion or EventKind.Deployment or EventKind.Rejection or EventKind.Investigation => AsksForObject(happening),
        _ => false,
    };

    private static bool AsksForObject(Happening happening, string? value = null) =>
        Array.Exists(happening.Frame.Conditions, condition => condition is { Slot: Slots.Object, Negated: false, Value: { } asked } && (value is null || asked == value));

    /// <summary>Whether a passive stands in a main or reported clause and in the past, the perfect, the future or the continuous form.</summary>
    private static bool IsTold(SentenceView view, int verb)
    {
        if (view.Child(verb, Relation.AuxPass) is not (var passive and >= 0) || view.HasMark(verb, "to")) return false;
        var top = verb;
        while (view.Relation(top) == Relation.Conj && view.Head(top) >= 0 && view.Tag(view.Head(top)) == Upos.Verb) top = view.Head(top);
        if (view.Relation(top) is not (Relation.Root or Relation.Ccomp or Relation.Parataxis) || view.IsGerund(verb)) return false;
        return view.IsForm(passive, "was") || view.IsForm(passive, "were") || view.IsForm(passive, "being") || view.HasAuxiliary(verb, "have") || view.HasAuxiliary(verb, "will");
    }
}
