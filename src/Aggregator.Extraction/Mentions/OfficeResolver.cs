namespace Aggregator.Extraction.Mentions;

/// <summary>Finds whom an office without a name means: the one beside it, the last of that office, or nobody named.</summary>
internal sealed class OfficeResolver(Draft draft, EntityMemory memory, Dictionary<int, Mention> pointers)
{
    private const int SentencesMax = 20;
    private static readonly string[] s_ministers = ["foreign", "defence", "interior", "finance", "justice", "health", "energy", "trade"];
    private static readonly string[] s_public = ["GOV", "MIL", "COP", "LEG", "JUD", "SPY", "OPP"];

    public void Resolve(Mention mention, double weight, Func<Mention, Entity> personOf)
    {
        if (mention.OwnerWord >= 0) Owned(mention, pointers);
        if (mention.AppositionOf is { } name)
        {
            mention.FullName = name.FullName;
            var entity = personOf(mention);
            memory.Touch(entity, mention, weight);
            if (mention.OfficeSense is { } sense && !mention.IsFormer) Remember(memory, entity, mention.Code, sense.Sort);
            return;
        }
        var sort = mention.OfficeSense!.Sort;
        var known = mention.IsPlural ? null : Known(mention, mention.IsFormer ? "former-" + sort : sort);
        if (known is not null)
        {
            mention.Because("last-of-office");
            memory.Touch(known, mention, weight);
            mention.Code ??= known.Code;
            return;
        }
        // "Leaders", said of nobody in particular, are of many states.
        var isAnybody = mention.IsPlural && !mention.IsDefinite && sort is "leader" or "head";
        if (mention.Code is null && !mention.HasList && !isAnybody && s_public.Contains(mention.Role)) Infer(draft, memory, mention);
        var key = $"office:{mention.Code}:{mention.Office}:{mention.IsPlural}:{mention.IsFormer}";
        memory.Touch(memory.Of(key, MentionKind.Office), mention, weight);
    }

    /// <summary>The country of the one whom the words before name: "his spokesman", "the country's president".</summary>
    public static void Owned(Mention mention, Dictionary<int, Mention> pointers)
    {
        if (mention.Code is not null || !pointers.TryGetValue(mention.OwnerWord, out var owner) || owner.Code is null) return;
        mention.Code = owner.Code;
        mention.Because("owner");
    }

    /// <summary>Notes that a person holds an office of a sort, so that the office alone means them from here on.</summary>
    public static void Remember(EntityMemory memory, Entity entity, string? code, string sort)
    {
        memory.Alias("holds::" + sort, entity);
        var wider = sort == "head" ? "leader" : s_ministers.Contains(sort) ? "minister" : null;
        if (wider is not null) memory.Alias("holds::" + wider, entity);
        if (code is null) return;
        memory.Alias($"holds:{code}:{sort}", entity);
        if (wider is not null) memory.Alias($"holds:{code}:{wider}", entity);
    }

    /// <summary>The state that the text is about here, for an office or a force that does not say its own.</summary>
    public static void Infer(Draft draft, EntityMemory memory, Mention mention)
    {
        // "Administration officials": those of Washington, where the text speaks of it.
        if (mention.Kind == MentionKind.Office && draft.Support.ContainsKey(ForceResolver.Washington) && draft.Text.AsSpan(mention.NameSpan.Start, mention.NameSpan.Length).Contains("administration", StringComparison.OrdinalIgnoreCase))
        {
            (mention.Code, mention.IsInferred) = (ForceResolver.Washington, true);
            mention.Because("administration");
            return;
        }
        var local = mention.Role is "COP" or "JUD" || mention.OfficeSense?.Sort is "regional" or "mayor" ? Scenes.Foremost(draft) : null;
        var home = mention is { Kind: MentionKind.Person or MentionKind.Office or MentionKind.Force, Role: "GOV" or "LEG" } && (!mention.IsDefinite || mention.OfficeSense?.Sort == "head" || IsForemost(draft)) ? Scenes.Home(draft) : null;
        mention.Code = local ?? home ?? memory.MostSalient(mention.Sentence, SentencesMax, entity => entity.Kind == MentionKind.Country || entity is { Kind: MentionKind.Person, Role: "GOV", Code: { Length: 3 } })?.Code
            ?? (draft.Support.Count == 0 ? null : draft.Support.MaxBy(pair => pair.Value).Key);
        if (mention.Code is null) return;
        mention.IsInferred = true;
        mention.Because("inferred");
    }

    /// <summary>Whether the home of the leaders named bare is also the state that the text names most.</summary>
    private static bool IsForemost(Draft draft) => draft.Support.Count > 0 && draft.Support.MaxBy(pair => pair.Value).Key == Scenes.Home(draft);

    private Entity? Known(Mention mention, string sort)
    {
        if (mention.Code is { } code) return memory.Find($"holds:{code}:{sort}");
        if (!mention.IsDefinite && mention.OwnerWord < 0 || sort is "private" or "suspect" or "victim" or "official") return null;
        // "The president": the one the text speaks of now, not whoever was named a president last.
        return memory.MostSalient(mention.Sentence, SentencesMax, entity => entity is { Kind: MentionKind.Person } && entity.OfficeSort == sort) ?? memory.Find("holds::" + sort);
    }
}
