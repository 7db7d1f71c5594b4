using Aggregator.Extraction.Mentions;
using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>Tells how much of a happening its words give: who acts, who is known, how firmly it is told.</summary>
internal sealed class HappeningStrength(FrameSet frames)
{
    /// <summary>What a journey of somebody who holds no office lacks to be a visit.</summary>
    private const double PrivateTrip = 0.5;

    /// <summary>What a weapon or force that is known to have done it adds, whoever's it is.</summary>
    private const double ArmedStrength = 0.15;

    private static readonly string[] s_agentEndings = ["er", "or", "ist", "ian", "eer", "ee", "man", "woman", "aire", "ant", "crat", "people", "folk"];
    private readonly Cast _cast = new(frames);

    /// <summary>
    /// How much of a happening the words give: a verb with someone known who acts is surest, a noun alone tells the least.
    /// </summary>
    public double Of(SentenceView view, Happening happening, List<Argument> arguments)
    {
        var known = happening.Actors.Exists(player => player.Code is not null) || happening.Recipients.Exists(player => player.Code is not null);
        var human = ArrestsSomebody(view, happening, arguments) || arguments.Exists(argument => MayBeWho(happening, argument.Slot) && StandsForSomebody(view, argument.Token));
        var carried = happening.Anchor != happening.Trigger || arguments.Exists(argument => argument.Slot == Slots.Light);
        if (!happening.IsNominal && !HasAgent(view, happening, arguments)) return 0.1;
        var strength = happening.IsNominal
            ? (carried ? 0.55 : 0.35) + (known ? 0.25 : 0) + (carried && human ? 0.1 : 0)
            : (happening.Kind == EventKind.Disaster ? 0.55 : 0.4) + (known ? 0.35 : 0) + (human ? 0.15 : 0);
        // "A missile hit a hospital": what does it is a weapon or a force, whoever's it is.
        if (happening is { Kind: EventKind.Attack, IsNominal: false } && !known && !human && AsksForWeapon(happening.Frame)) strength += ArmedStrength;
        if (AgentlessDeeds.Is(view, happening)) strength = Math.Max(strength, AgentlessDeeds.Strength);
        else if (IsSpeech(happening.Kind)) strength -= Vagueness(view, happening);
        if (happening.Frame.Mode == "visit" && !happening.Actors.Exists(player => IsPublic(player) && (happening.IsNominal || IsTraveller(player)))) strength -= PrivateTrip;
        return happening.Status == EventStatus.Hypothetical ? strength * 0.55 : strength;
    }

    /// <summary>"170 were arrested", "Curtis was charged": whom one arrests is human.</summary>
    private static bool ArrestsSomebody(SentenceView view, Happening happening, List<Argument> arguments) =>
        !happening.IsNominal && happening.Frame.Mode is "arrest" or "charge" or "trial" or "release"
        && arguments.Exists(argument => argument.Slot is Slots.Object && view.Tag(argument.Token) is Upos.Num or Upos.Propn);

    private static bool MayBeWho(Happening happening, string slot) =>
        slot is Slots.Subject or Slots.Object or Slots.Undergoer || (!happening.IsNominal && happening.Frame.Recipients.Contains(slot));

    private bool StandsForSomebody(SentenceView view, int token) =>
        _cast.IsHuman(view, token) || view.MentionAt(token)?.Kind is MentionKind.Body || frames.Classes.Holds("official", view.Lemma(token));

    private static bool AsksForWeapon(Frame frame) =>
        Array.Exists(frame.Conditions, condition => condition is { Slot: Slots.Subject, Negated: false, Value: not (null or "party" or "person") });

    private static bool IsTraveller(Player player) => !player.Path.StartsWith("ob", StringComparison.Ordinal);

    /// <summary>Whoever travels for a state, a body or a movement.</summary>
    private static bool IsPublic(Player player) => player.Role is not (null or "CVL" or "MED" or "BUS" or "EDU" or "REL" or "HLH" or "LAB");

    /// <summary>What somebody says or stands for needs somebody known who says it, and is no habit, no capacity and no denial.</summary>
    private static double Vagueness(SentenceView view, Happening happening)
    {
        if (happening.Status == EventStatus.Denied) return 0.5;
        var trigger = happening.Trigger;
        var acts = happening.Actors.Count > 0 || happening.Speaks;
        if (happening.IsNominal) return acts ? 0 : 0.2;
        if (view.IsGerund(trigger) && IsOfManner(view, trigger)) return 0.4;
        if (happening.Kind == EventKind.Pledge && view.Tag(trigger) == Upos.Adj && !IsDeclared(view, trigger)) return 0.45;
        // "Those who support the coup", "anyone who advises him": some that there are.
        if (view.Antecedent(trigger) is var some and >= 0 && view.Lemma(some) is "those" or "that" or "anyone" or "everyone" or "someone" or "anybody" or "everybody" or "whoever" or "one" or "person" && !view.HasChild(some, Relation.Nummod)) return 0.6;
        if (view.Antecedent(trigger) >= 0 && (view.Sentence[trigger].Penn is Penn.Vbz or Penn.Vbp || view.Tag(trigger) == Upos.Adj)) return 0.4;
        // "Residents were told to leave": who tells them is left out, who is told is there.
        if (happening.Kind is EventKind.Appeal or EventKind.Demand && happening.Recipients.Count > 0 && view.IsPassive(trigger)) return 0;
        return acts || happening.Recipients.Exists(player => player.Code is not null) ? 0 : 0.2;
    }

    /// <summary>"Is famous for wearing white and encouraging others": what somebody is like.</summary>
    private static bool IsOfManner(SentenceView view, int gerund)
    {
        for (var steps = 0; steps < 4 && view.Relation(gerund) == Relation.Conj && view.Head(gerund) >= 0; steps++) gerund = view.Head(gerund);
        return view.Head(gerund) >= 0 && view.Tag(view.Head(gerund)) == Upos.Adj;
    }

    /// <summary>"Kenya is ready to talk" and "said it was ready" declare it; "feared that he is ready", "showed they are willing" do not.</summary>
    private static bool IsDeclared(SentenceView view, int predicate) => view.Relation(predicate) switch
    {
        Relation.Root or Relation.Conj or Relation.Parataxis => true,
        // "May be signalling that he is determined"
        Relation.Ccomp when view.HasAuxiliary(view.Head(predicate), "may") || view.HasAuxiliary(view.Head(predicate), "might") || view.HasAuxiliary(view.Head(predicate), "could") => false,
        Relation.Ccomp => view.Lemma(view.Head(predicate)) is "say" or "announce" or "declare" or "tell" or "confirm" or "add" or "state" or "stress" or "insist" or "signal"
            or "indicate" or "reiterate" or "emphasize",
        _ => false,
    };

    public static bool IsSpeech(EventKind kind) =>
        kind is EventKind.Appeal or EventKind.Demand or EventKind.Pledge or EventKind.Support or EventKind.Disapproval or EventKind.Rejection or EventKind.Threat
            or EventKind.Sanction or EventKind.Concession or EventKind.Aid;

    /// <summary>
    /// A verb's subject, where it has one, must be able to act: a person, body, state, force or weapon. Disasters need none, and a frame
    /// that asks for a subject has checked it.
    /// </summary>
    private bool HasAgent(SentenceView view, Happening happening, List<Argument> arguments)
    {
        if (happening.Kind == EventKind.Disaster) return true;
        if (happening.Kind == EventKind.Coercion && IsDoneByNature(view, happening, arguments)) return false;
        foreach (var condition in happening.Frame.Conditions)
            // "Kenya's pursuit of arms threatens": whose a thing is makes it nobody who acts.
            if (condition.Slot == Slots.Subject && !condition.Negated && condition.Value is not "party") return true;
        var subjects = arguments.FindAll(argument => argument.Slot == Slots.Subject);
        // "One does not call the neighbour afterwards": nobody in particular.
        if (subjects.Exists(subject => view.Tag(subject.Token) == Upos.Pron && view.IsForm(subject.Token, "one"))) return false;
        return subjects.Count == 0 || subjects.Exists(subject => IsAgent(view, subject.Token));
    }

    /// <summary>"Floods forced them from their homes", "they were displaced after floods": what nature does coerces nobody.</summary>
    private bool IsDoneByNature(SentenceView view, Happening happening, List<Argument> arguments)
    {
        var agents = arguments.FindAll(argument => argument.Slot is Slots.Subject or "by");
        // "Floods in the north, which have displaced thousands": what "which" stands for is anybody's guess.
        agents.RemoveAll(agent => view.Relation(happening.Trigger) == Relation.AclRelcl && view.Head(happening.Trigger) == agent.Token && !_cast.IsHuman(view, agent.Token));
        if (agents.Count > 0) return agents.Exists(agent => IsNatural(view, agent.Token));
        if (happening.Frame.Mode != "deport") return false;
        // "Some 4,000 people are displaced": a figure, and nobody who forced them.
        if (view.Lemma(happening.Trigger) is "displace" or "uproot") return true;
        for (var token = 0; token < view.Count; token++)
            if (view.Tag(token) == Upos.Noun && frames.Classes.Holds("quake", view.Lemma(token))) return true;
        return false;
    }

    private bool IsNatural(SentenceView view, int token) =>
        frames.Classes.Holds("quake", view.Lemma(token)) || frames.Classes.Holds("hazard", view.Lemma(token)) || view.Lemma(token) is "disaster" or "water";

    /// <summary>"Kenyan exporters" act, "the Kenyan mood" does not: whose a thing is makes it nobody.</summary>
    private bool IsAgent(SentenceView view, int token) =>
        _cast.IsHuman(view, token) || view.Tag(token) == Upos.Propn || view.Lemma(token) is "it"
        || view.MentionAt(token) is { Kind: not (MentionKind.Demonym or MentionKind.Pronoun) }
        || frames.Classes.Holds("agent", view.Lemma(token)) || (Cast.IsParty(view, token) && IsAgentNoun(view.Lemma(token)));

    private static bool IsAgentNoun(ReadOnlySpan<char> lemma)
    {
        foreach (var ending in s_agentEndings)
            if (lemma.Length > ending.Length + 2 && lemma.EndsWith(ending)) return true;
        return false;
    }
}
