namespace Aggregator.Extraction.Mentions;

/// <summary>Finds what pronouns and descriptions point back to.</summary>
internal static class PointerResolver
{
    private const int PronounSentencesMax = 3;
    private const int DescriptionSentencesMax = 6;

    public static void Resolve(EntityMemory memory, Mention mention, double weight)
    {
        if (mention.Kind == MentionKind.Description && mention.IsPlural)
        {
            Pair(memory, mention, PronounSentencesMax);
            return;
        }
        // "Chad's king and Mali's president met. They …"
        if (mention is { Kind: MentionKind.Pronoun, IsPlural: true } && PairOfPeople(memory, mention)) return;
        var found = mention.Kind == MentionKind.Pronoun
            ? memory.MostSalient(mention.Sentence, PronounSentencesMax, entity => Fits(mention, entity))
            : memory.MostSalient(mention.Sentence, DescriptionSentencesMax, entity => Describes(mention, entity));
        if (found is null)
        {
            if (mention is { Kind: MentionKind.Pronoun, IsPlural: true }) Pair(memory, mention, 1);
            return;
        }
        memory.Touch(found, mention, weight / 2);
        mention.Code = found.Code;
        mention.Because(mention.Kind == MentionKind.Pronoun ? "salient" : "back");
    }

    private static bool Fits(Mention pronoun, Entity entity)
    {
        var person = entity.Kind is MentionKind.Person || entity is { Kind: MentionKind.Office, IsPlural: false };
        if (pronoun.Gender != Gender.Unknown) return person && (entity.Gender == Gender.Unknown || entity.Gender == pronoun.Gender);
        if (pronoun.IsPlural)
            return entity.IsPlural || entity.Kind is MentionKind.ArmedGroup or MentionKind.Body;
        return !person && !entity.IsPlural
            && entity.Kind is MentionKind.Country or MentionKind.Body or MentionKind.ArmedGroup or MentionKind.Force or MentionKind.Outlet or MentionKind.Government;
    }

    private static bool Describes(Mention description, Entity entity) =>
        description.Rule.StartsWith("description.country", StringComparison.Ordinal)
            ? entity.Kind == MentionKind.Country
            : entity.Kind is MentionKind.ArmedGroup || (entity.Kind is MentionKind.Body && !description.Rule.StartsWith("description.armed", StringComparison.Ordinal));

    private static bool Holds(Entity person, PairedOffice office) => office switch
    {
        PairedOffice.Head => person.OfficeSort is "head" or "monarch",
        _ => person.OfficeSort is "minister" or "foreign" or "defence" or "interior" or "finance" or "justice" or "health" or "energy" or "trade",
    };

    /// <summary>Two people of two states that the sentence before speaks of, and nobody in between.</summary>
    private static bool PairOfPeople(EntityMemory memory, Mention mention)
    {
        var last = memory.Latest(mention.Sentence, 1, entity => entity.Kind is not (MentionKind.Place or MentionKind.Pronoun or MentionKind.Outlet)).Take(6).ToList();
        var people = last.Where(entity => entity is { Kind: MentionKind.Person, Code: not null }).DistinctBy(entity => entity.Code).ToList();
        if (people.Count != 2 || last.Exists(entity => entity.IsPlural && entity.LastSentence == mention.Sentence)) return false;
        mention.Members = [people[1].Id, people[0].Id];
        mention.Because("pair");
        return true;
    }

    /// <summary>"The two leaders", "both sides": the last two people, or the last two states, bodies or groups. "The two ministers": before others, two who are ministers.</summary>
    private static void Pair(EntityMemory memory, Mention mention, int sentencesMax)
    {
        var latest = memory.Latest(mention.Sentence, sentencesMax, entity => entity is { Kind: MentionKind.Person, Code: not null }).ToList();
        var people = mention.Paired is { } office ? latest.Where(entity => Holds(entity, office)).DistinctBy(entity => entity.Code).Take(2).ToList() : [];
        if (people.Count < 2) people = latest.DistinctBy(entity => entity.Code).Take(2).ToList();
        var states = memory.Latest(
            mention.Sentence, sentencesMax * 2, entity => entity.Kind is MentionKind.Country or MentionKind.ArmedGroup or MentionKind.Body && entity.Code is not null)
            .DistinctBy(entity => entity.Code).Take(2).ToList();
        var pair = people.Count == 2 ? people : states;
        if (pair.Count < 2) return;
        mention.Members = [pair[1].Id, pair[0].Id];
        mention.Because("pair");
    }
}
