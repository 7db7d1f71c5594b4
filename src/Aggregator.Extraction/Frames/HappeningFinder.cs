using Aggregator.Extraction.Mentions;
using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>Finds what a sentence tells: every trigger whose frame applies, with its parties and status.</summary>
internal sealed class HappeningFinder(FrameSet frames)
{
    private readonly Cast _cast = new(frames);
    private readonly ContentParties _content = new(new Cast(frames));
    private readonly FrameMatcher _matcher = new(frames, new Cast(frames));
    private readonly StatedIntent _intent = new(frames);
    private readonly StatusReader _status = new(frames);
    private readonly HappeningStrength _strength = new(frames);

    /// <summary>Adds a sentence's happenings to a list, in the order of their triggers.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="arguments">Room to work in, the same for all sentences of an article.</param>
    /// <param name="into">The list.</param>
    public void Read(SentenceView view, List<Argument> arguments, List<Happening> into)
    {
        var before = into.Count;
        var consumed = new HashSet<int>();
        for (var token = 0; token < view.Count; token++)
        {
            arguments.Clear();
            if (view.Tag(token) is Upos.Verb or Upos.Adj && ReadVerb(view, token, arguments, consumed) is { } verbal) into.Add(verbal);
        }
        for (var token = 0; token < view.Count; token++)
        {
            arguments.Clear();
            if (consumed.Contains(token) || view.Sentence[token].IsUnit || view.Tag(token) is not (Upos.Noun or Upos.Propn)) continue;
            if (ReadNoun(view, token, arguments) is { } nominal) into.Add(nominal);
        }
        ContentOfSpeech.Remove(view, into, before);
    }

    private Happening? ReadVerb(SentenceView view, int verb, List<Argument> arguments, HashSet<int> consumed)
    {
        var candidates = _matcher.VerbFrames(view, verb);
        if (candidates.IsEmpty) return null;
        VerbArguments.Read(view, verb, arguments);
        if (_matcher.MatchVerb(view, verb, candidates, arguments) is not { } frame) return null;
        if (frame.Kind is not { } kind || Untold.Verb(view, verb, kind, frame, arguments)) return null;
        var status = _status.Read(view, verb, null);
        // "No Americans were injured by the missiles": whom they spared, and not that there were none.
        if (kind == EventKind.Attack && status is { Status: EventStatus.Denied, Rule: "no" } && view.Lemma(verb) is "injure" or "wound" or "hurt" or "kill" or "harm") return null;
        if (kind == EventKind.Disaster && status.Status == EventStatus.Denied && Spared(view, verb, status) is var spared)
        {
            if (spared is null) return null;
            status = spared.Value;
        }
        var happening = _intent.Read(view, Create(view, verb, verb, frame, kind, isNominal: false, status, arguments));
        if (happening.Strength >= HappeningFolder.StrengthMin || kind == EventKind.Concession) Consume(view, frame, arguments, consumed);
        return happening;
    }

    /// <summary>
    /// "The quake claimed no lives", "damaged nothing": what it spared, and the quake was there. "Did not hurt anybody" tells only what it did not do (null).
    /// "Did not strike" denies it.
    /// </summary>
    private static StatusReading? Spared(SentenceView view, int verb, StatusReading denied)
    {
        if (view.Child(verb, Relation.Obj) is var spared and >= 0 && ClauseStatus.HasNo(view, spared)) return new StatusReading(EventStatus.Occurred, "spared", verb);
        return view.Lemma(verb) is "leave" or "kill" or "claim" or "injure" or "damage" or "affect" or "threaten" or "force" or "destroy" or "displace" ? null : denied;
    }

    /// <summary>
    /// The noun that a verb's frame asks for tells nothing beside it: "opened an investigation", "lifted the sanctions". What is praised,
    /// condemned or refused happened all the same, unless the noun names the praise, blame or refusal itself.
    /// </summary>
    private static void Consume(SentenceView view, Frame frame, List<Argument> arguments, HashSet<int> consumed)
    {
        var speaks = frame.Kind is EventKind.Rejection or EventKind.Disapproval or EventKind.Support;
        foreach (var condition in frame.Conditions)
            foreach (var argument in arguments)
                // "The incursion will bring consequences" threatens, and tells the incursion too.
                if (!condition.Negated && argument.Slot == condition.Slot && !(frame.Kind == EventKind.Threat && condition.Slot == Slots.Subject)
                    && condition.Value is not (null or "party" or "person" or "place" or "town" or "target")
                    && (!speaks || IsOwnName(view, argument.Token)))
                    consumed.Add(argument.Token);
    }

    /// <summary>"Lodged a protest", "voiced support": the noun names what the verb does.</summary>
    private static bool IsOwnName(SentenceView view, int noun) =>
        view.Lemma(noun) is "protest" or "complaint" or "condemnation" or "criticism" or "support" or "objection" or "opposition" or "backing" or "outrage" or "anger" or "lawsuit" or "accusation" or "allegation";

    private static bool PointsBack(SentenceView view, int noun)
    {
        foreach (var child in view.Sentence.Children(noun))
            if (view.Relation(child) == Relation.Det && view.Lemma(child) is "the" or "this" or "that" or "these" or "those") return true;
        return false;
    }

    private Happening? ReadNoun(SentenceView view, int noun, List<Argument> arguments)
    {
        if (frames.Nouns.Of(view.Lemma(noun)) is not { Length: > 0 } senses || Untold.Noun(view, noun, senses[0])) return null;
        var carrier = NounArguments.Read(view, frames, noun, arguments);
        if (_matcher.MatchNoun(view, noun, arguments) is not { Kind: { } kind } frame) return null;
        return Create(view, noun, carrier?.Verb ?? noun, frame, kind, isNominal: true, _status.Read(view, noun, carrier), arguments);
    }

    /// <summary>"Issued the warning": the one that was told of.</summary>
    private static bool IsUttered(SentenceView view, Frame frame, List<Argument> arguments)
    {
        foreach (var argument in arguments)
            if (argument.Slot == Slots.Object && PointsBack(view, argument.Token))
                foreach (var further in frame.Further)
                    if (view.IsLemma(argument.Token, further)) return true;
        return false;
    }

    /// <summary>"Were killed in the attack": whom the attack that was told has killed.</summary>
    private bool IsOfAttack(SentenceView view, int verb)
    {
        foreach (var child in view.Sentence.Children(verb))
            if (view.Relation(child) is Relation.Obl && view.Case(child) is "in" or "during" && frames.Classes.Holds("attack", view.Lemma(child)) && PointsBack(view, child)) return true;
        return false;
    }

    /// <summary>"The gunman who attacked the clinic": of whose attack the text has told.</summary>
    private static bool IsOfKnown(SentenceView view, int verb) =>
        view.Relation(verb) == Relation.AclRelcl && view.Head(verb) is var doer and >= 0 && view.Lemma(doer) is "gunman" or "attacker" or "shooter" or "bomber" or "suspect" or "assailant" or "driver" or "killer" && PointsBack(view, doer);

    private Happening Create(
        SentenceView view, int trigger, int anchor, Frame frame, EventKind kind, bool isNominal, StatusReading status, List<Argument> arguments)
    {
        var (hazard, named) = kind == EventKind.Disaster ? Hazards.Read(view, frames, trigger, arguments) : (null, -1);
        var happening = new Happening
        {
            Sentence = view.Index, Trigger = trigger, Anchor = anchor, Frame = frame, Kind = kind, Mode = hazard ?? frame.Mode, IsNominal = isNominal,
            HeadToken = isNominal && view.Relation(trigger) is Relation.Appos or Relation.Obl ? view.Head(trigger) : -1,
            ResultOf = !isNominal && view.IsGerund(trigger) && view.Relation(trigger) == Relation.Advcl && !view.HasMark(trigger) && !view.HasChild(trigger, Relation.Nsubj) ? view.Head(trigger) : -1,
            IsDefinite = isNominal ? PointsBack(view, trigger) : (named >= 0 && PointsBack(view, named)) || (kind == EventKind.Attack && frame.Mode == "kill" && IsOfAttack(view, trigger)) || (kind == EventKind.Attack && IsOfKnown(view, trigger)) || IsUttered(view, frame, arguments), IsFurther = named >= 0 && Hazards.IsFurther(view, named),
            Status = status.Status, StatusRule = status.Rule, StatusSpan = view.Sentence[status.Token].Span, Span = default,
        };
        var (first, last) = (Math.Min(trigger, anchor), Math.Max(trigger, anchor));
        foreach (var argument in arguments)
        {
            var slot = argument.Slot == Slots.Indirect ? Slots.Object : argument.Slot;
            if (argument.Slot is Slots.Object or "for" or "to" or "at" or Slots.That) happening.Objects.Add(argument.Token);
            if (argument.Slot is Slots.Subject && !isNominal) happening.Doers.Add(argument.Token);
            if (argument.Slot is Slots.Subject && view.Lemma(argument.Token) is "i" or "we") happening.IsFirstPerson = true;
            if (argument.Slot is Slots.Subject && view.Tag(argument.Token) == Upos.Pron && view.Lemma(argument.Token) is "i" or "we" or "he" or "she" or "they") happening.Speaks = true;
            // "Leaders around the world": somebody, though of no one state.
            if (argument.Slot is Slots.Subject && view.Sentence[argument.Token].Penn == Penn.Nns && view.Lemma(argument.Token) is "leader" or "ally" or "partner" or "counterpart") happening.Speaks = true;
            // "The Russia investigation", "Iran sanctions": a state's bare name before them is whom they are about.
            var isSubjectMatter = isNominal && slot == Slots.Modifier && kind is EventKind.Investigation or EventKind.Sanction && IsBareName(view, argument.Token);
            if (isSubjectMatter) _cast.Read(view, argument.Token, $"{argument.Path} of {frame.Trigger}, whom it is about", happening.Recipients);
            else if (frame.Actors.Contains(slot))
            {
                var from = happening.Actors.Count;
                _cast.Read(view, argument.Token, $"{argument.Path} of {frame.Trigger}", happening.Actors);
                // "After Pyongyang fired": a capital that does something is its government.
                if (argument.Slot == Slots.Subject && view.MentionAt(argument.Token) is { Kind: MentionKind.Place } capital && capital.Rule.StartsWith("place.capital", StringComparison.Ordinal))
                    for (var i = from; i < happening.Actors.Count; i++) happening.Actors[i] = happening.Actors[i] with { IsPlace = false };
            }
            else if (!frame.Recipients.Contains(slot) && !(isNominal ? argument.Slot is Slots.Possessor or "of" or "on" or "in" : argument.Slot is Slots.Subject or Slots.Object or Slots.Indirect))
                continue;
            first = Math.Min(first, argument.Token);
            last = Math.Max(last, argument.Token);
        }
        ReadRecipients(view, frame, arguments, happening);
        // "Police shot the driver": who is shot for what he did may be from anywhere.
        if (kind == EventKind.Attack)
            for (var i = 0; i < happening.Recipients.Count; i++)
                if (happening.Recipients[i] is { Code: null, Role: "CVL", Span: var who } && view.Sentence.Text.AsSpan(who.Start, who.Length).SequenceEqual("driver")) happening.Recipients[i] = happening.Recipients[i] with { Role = null };
        _content.Read(view, happening, arguments);
        happening.Span = view.SpanOf(first, last);
        // "The envoy arrives in Kabul": who comes from nobody knows where is not of where he goes.
        if (frame.Mode == "visit") happening.Actors.RemoveAll(player => player.IsInferred && happening.Actors.Exists(other => other.Code == player.Code && !other.IsInferred));
        if (!frame.Actors.Contains(Slots.Object)) happening.Actors.RemoveAll(player => player.IsPlace);
        happening.Strength = _strength.Of(view, happening, arguments);
        happening.Content = Contents.Of(view, happening);
        return happening;
    }

    private static bool IsBareName(SentenceView view, int token) =>
        view.MentionAt(token) is { Kind: MentionKind.Country, Code: not null } && view.Tag(token) == Upos.Propn && view.Relation(token) is Relation.Compound or Relation.NmodDesc
        && view.Lemma(token) is not ("us" or "u.s." or "uk" or "u.k." or "usa" or "uae" or "eu");

    /// <summary>The first of a frame's slots that names someone known gives the recipients: "praised Togo for its vote".</summary>
    private void ReadRecipients(SentenceView view, Frame frame, List<Argument> arguments, Happening happening)
    {
        // "Accused each other"
        foreach (var argument in arguments)
            if (argument.Slot is Slots.Subject && IsEachOther(view, happening.Trigger))
                _cast.Read(view, argument.Token, argument.Path + ", each other", happening.Recipients);
        if (happening.Recipients.Exists(player => player.Code is not null)) return;
        foreach (var slot in frame.Recipients.Prepend(Slots.Undergoer))
        {
            foreach (var argument in arguments)
                if ((argument.Slot == slot || (slot == Slots.Object && argument.Slot == Slots.Indirect)) && view.Tag(argument.Token) != Upos.Verb)
                    _cast.Read(view, IsOneself(view, arguments, argument.Token) ? OtherPerson(view, argument.Token) : argument.Token, argument.Path + " of " + frame.Trigger, happening.Recipients);
            // "Recalled its envoy", "reopened its border": what is one's own is not whom it is done to.
            happening.Recipients.RemoveAll(player => player.Path.Contains("nmod:poss by pronoun", StringComparison.Ordinal) && happening.Actors.Exists(actor => actor.Code == player.Code)
                && (happening.Kind is EventKind.Sanction or EventKind.Deployment or EventKind.Withdrawal or EventKind.Concession or EventKind.Aid or EventKind.Cooperation || happening.Frame.Mode == "shut"));
            if (happening.Recipients.Exists(player => player.Code is not null)) return;
        }
        // "Condemned launches by Kenya": parsers hang whose deed it is on the verb.
        if (happening.IsNominal || view.IsPassive(happening.Trigger) || happening.Kind is not (EventKind.Disapproval or EventKind.Support or EventKind.Rejection)) return;
        foreach (var argument in arguments)
            if (argument.Slot == "by" && argument.Token > happening.Trigger) _cast.Read(view, argument.Token, argument.Path + " of what it is about", happening.Recipients);
    }

    /// <summary>"Carter criticized him": whoever that is, not Carter.</summary>
    private static bool IsOneself(SentenceView view, List<Argument> arguments, int token)
    {
        if (view.MentionAt(token) is not { Kind: MentionKind.Pronoun, EntityId: >= 0 } pronoun || !(view.IsForm(token, "him") || view.IsForm(token, "her") || view.IsForm(token, "them") || view.IsForm(token, "it"))) return false;
        foreach (var argument in arguments)
            if (argument.Slot == Slots.Subject && view.MentionAt(argument.Token)?.EntityId == pronoun.EntityId) return true;
        return false;
    }

    /// <summary>"Roe called Berg and asked him": the last other person whom the sentence names; -1 when it names none.</summary>
    private static int OtherPerson(SentenceView view, int pronoun)
    {
        for (var token = pronoun - 1; token >= 0; token--)
            if (view.MentionAt(token) is { Kind: MentionKind.Person } other && other.EntityId != view.MentionAt(pronoun)!.EntityId) return token;
        return -1;
    }

    /// <summary>"Accused each other", "with one another": whatever the tree makes of the two words.</summary>
    private static bool IsEachOther(SentenceView view, int verb)
    {
        for (var token = verb + 1; token < Math.Min(view.Count - 1, verb + 4); token++)
            if ((view.IsLemma(token, "each") && view.IsLemma(token + 1, "other")) || (view.IsLemma(token, "one") && view.IsLemma(token + 1, "another"))) return true;
        return false;
    }
}
