using Aggregator.Extraction.Mentions;
using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Figures;

/// <summary>What the sentence around a figure adds to it: whose people they are, where, over what period, and whether it is a running total.</summary>
internal static class FigureContext
{
    private const int RecordAtomsMax = 8;
    private static readonly string[] Records = ["first", "second", "third", "fourth", "fifth", "latest", "worst", "deadliest", "largest", "biggest", "bloodiest"];

    /// <summary>The figure with what its sentence says of it.</summary>
    internal static FigureReading Complete(FigureSentence sentence, in PeopleGroup people, FigureReading reading, DocumentMentions? mentions)
    {
        var (period, cumulative) = Periods(sentence, reading);
        var place = mentions is null ? null : PlaceOf(sentence, reading, mentions);
        return reading with
        {
            Figure = reading.Figure with
            {
                Nationality = mentions is null ? null : NationalityOf(sentence, people, reading, place, mentions),
                Place = place,
                Period = period,
                Cumulative = cumulative,
                Change = StatedChanges.Of(sentence, reading, period),
            },
        };
    }

    /// <summary>A figure counts over a period when one is told, or when it is said to run up to now ("so far", "since the war began").</summary>
    private static (OccurredOn? Period, bool Cumulative) Periods(FigureSentence sentence, FigureReading reading)
    {
        OccurredOn? period = null;
        foreach (var date in sentence.Dates)
            if (date.IsPeriod && (period is null || date.Span.Start < reading.Evidence.End + 60) && IsOfTheFigure(sentence.Atoms, date.Span.Start, reading.Evidence) && !IsOfARecord(sentence.Atoms, IndexAt(sentence.Atoms, date.Span.Start))) period ??= date.When;
        if (period is not null) return (period, true);
        var atoms = sentence.Atoms;
        var (perfect, war) = (false, false);
        for (var i = 0; i < atoms.Count; i++)
        {
            if (atoms.IsWord(i, "since") && !IsAfterwards(atoms, i) && !IsOfARecord(atoms, i) && IsOfTheFigure(atoms, atoms[i].Start, reading.Evidence)) return (null, true);
            if (atoms.IsWord(i, "to") && atoms.IsWord(i + 1, "date") && !IsOfARecord(atoms, i) || atoms.IsWord(i, "so") && atoms.IsWord(i + 1, "far")) return (null, true);
            perfect |= atoms[i].Is(Sense.Have);
            war |= atoms[i].Is(Sense.RunningTotal) && !atoms.IsWord(i, "so") && !atoms.IsWord(i, "total");
        }
        return (null, war && (perfect || reading.Rule is "toll" or "counted-noun"));
    }

    private static int IndexAt(Atoms atoms, int start)
    {
        var at = 0;
        while (at < atoms.Count && atoms[at].Start < start) at++;
        return at;
    }

    /// <summary>"The worst attack since 2014", "the second in a week": what it is compared with, not what is counted.</summary>
    private static bool IsOfARecord(Atoms atoms, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - RecordAtomsMax) && atoms[i].Kind != AtomKind.Mark; i--)
            foreach (var word in Records)
                if (atoms.IsWord(i, word)) return true;
        return false;
    }

    /// <summary>
    /// Whether a time belongs to the clause of a figure: not where a relative clause lies between the two, as in "in recent weeks he praised the strike
    /// that killed 12".
    /// </summary>
    private static bool IsOfTheFigure(Atoms atoms, int start, TextSpan evidence)
    {
        for (var i = 1; i < atoms.Count && atoms[i].Start <= evidence.Start; i++)
            if (atoms[i].Start > start && (atoms.IsWord(i, "that") || atoms.IsWord(i, "which") || atoms.IsWord(i, "who")) && atoms[i - 1].Tag == Upos.Noun && !atoms[i - 1].Is(Sense.Saying)) return false;
        return true;
    }

    /// <summary>"has since been released", "since, he has": an adverb that dates nothing.</summary>
    private static bool IsAfterwards(Atoms atoms, int since) =>
        atoms[since + 1].Kind == AtomKind.Mark || atoms[since + 1].Is(Sense.Be | Sense.OtherVerb | Vocabulary.HarmSenses) || atoms[since - 1].Is(Sense.Have)
        || atoms[since + 1].Tag == Upos.Verb;

    /// <summary>The code of a nationality within the phrase ("12 Russian soldiers"); of civilians, the country of the place; of losses, of those who lost.</summary>
    private static PartyCode? NationalityOf(FigureSentence sentence, in PeopleGroup people, FigureReading reading, Place? place, DocumentMentions mentions)
    {
        foreach (var mention in mentions.In(sentence.Atoms.Span(people.First, people.Last)))
            if (mention.Kind is MentionKind.Demonym or MentionKind.People or MentionKind.Country or MentionKind.Force && !mention.IsInferred && CodeOf(mention) is { } own) return own;
        var trigger = sentence.Sentence[reading.TriggerToken];
        if (reading.Rule.StartsWith("verb-object", StringComparison.Ordinal) && sentence.Sentence.Lemma(reading.TriggerToken).SequenceEqual("lose")) return LoserOf(sentence, trigger, mentions);
        if (reading.Figure.Who != CountedGroup.Civilian || !NamesCivilians(sentence)) return null;
        if (place?.Country is { } country) return country;
        PartyCode? only = null;
        foreach (var mention in mentions.In(sentence.Sentence.Span))
        {
            if (mention.Kind is not MentionKind.Country || CodeOf(mention) is not { } code) continue;
            if (only is { } other && other != code) return null;
            only = code;
        }
        return only;
    }

    /// <summary>Tourists and pilgrims are of anywhere; those called civilians are of the place.</summary>
    private static bool NamesCivilians(FigureSentence sentence)
    {
        for (var i = 0; i < sentence.Atoms.Count; i++)
            if (sentence.Atoms.IsWord(i, "civilian") || sentence.Atoms.IsWord(i, "civilians")) return true;
        return false;
    }

    private static PartyCode? LoserOf(FigureSentence sentence, Token trigger, DocumentMentions mentions)
    {
        PartyCode? nearest = null;
        foreach (var mention in mentions.In(TextSpan.FromBounds(sentence.Sentence.Start, trigger.Start)))
            if (mention.Kind is MentionKind.Country or MentionKind.Force or MentionKind.People or MentionKind.ArmedGroup or MentionKind.Government && CodeOf(mention) is { } code)
                nearest = code;
        return nearest;
    }

    private static PartyCode? CodeOf(Mention mention) => PartyCode.TryParse(mention.Code, out var code) ? code : null;

    /// <summary>The place that a preposition gives nearest to the words of harm, behind them before before them; null when the sentence names none.</summary>
    private static Place? PlaceOf(FigureSentence sentence, FigureReading reading, DocumentMentions mentions)
    {
        Mention? best = null;
        var distance = int.MaxValue;
        foreach (var mention in mentions.In(sentence.Sentence.Span))
        {
            if (mention.Kind is not (MentionKind.Place or MentionKind.Country) || !FollowsPlacePreposition(sentence, mention.Span.Start)) continue;
            var away = mention.Span.Start >= reading.Evidence.Start ? mention.Span.Start - reading.Evidence.Start : (reading.Evidence.Start - mention.Span.End) * 2;
            if (away >= distance) continue;
            (best, distance) = (mention, away);
        }
        if (best is null) return null;
        var name = sentence.Atoms.Text.Substring(best.NameSpan.Start, best.NameSpan.Length);
        return new Place
        {
            Name = name, Country = CodeOf(best) is { IsState: true } code ? code : null,
            Latitude = best.Place?.Latitude, Longitude = best.Place?.Longitude, Entry = best.Place?.Name,
        };
    }

    private static bool FollowsPlacePreposition(FigureSentence sentence, int start)
    {
        var atoms = sentence.Atoms;
        var at = 0;
        while (at < atoms.Count && atoms[at].Start < start) at++;
        // "Afghanistan's Herat province" is in Herat.
        if (atoms.IsWord(at + 1, "'s") || atoms.IsWord(at + 1, "’s")) return false;
        for (var i = at - 1; i >= Math.Max(0, at - 5); i--)
        {
            if (atoms[i].Is(Sense.Preposition)) return atoms.IsWord(i, "in") || atoms.IsWord(i, "at") || atoms.IsWord(i, "near") || atoms.IsWord(i, "of") || atoms.IsWord(i, "outside") || atoms.IsWord(i, "across") || atoms.IsWord(i, "on");
            if (atoms[i].Kind == AtomKind.Mark && !atoms[i].IsMark(',') || atoms[i].Is(Sense.Be | Sense.OtherVerb)) return false;
        }
        return false;
    }
}
