namespace Aggregator.Extraction.Mentions;

/// <summary>Finds whose a force or an institution is when its noun does not say.</summary>
internal sealed class ForceResolver(Draft draft, EntityMemory memory, Dictionary<int, Mention> pointers)
{
    private const int SentencesMax = 6;

    /// <summary>The state whose government is called an administration.</summary>
    public const string Washington = "USA";

    public void Resolve(Mention mention, double weight)
    {
        if (mention.OwnerWord >= 0) OfficeResolver.Owned(mention, pointers);
        var noun = draft.Text.Substring(mention.NameSpan.Start, mention.NameSpan.Length);
        if (mention.Code is null && !mention.HasList) Find(mention, noun);
        if (mention.EntityId >= 0)
        {
            memory.Touch(memory.Entities[mention.EntityId], mention, weight);
            return;
        }
        var key = mention.Code is { } code && code.StartsWith("NSA:", StringComparison.Ordinal) ? "group:" + code : null;
        var entity = key is not null ? memory.Of(key, MentionKind.ArmedGroup) : memory.Of($"force:{mention.Code}:{noun}", MentionKind.Force);
        memory.Touch(entity, mention, weight);
        if (!mention.IsInferred && mention.Code is not null) memory.Alias("last-force:" + noun, entity);
    }

    private void Find(Mention mention, string noun)
    {
        // "The administration" of a text that names American leaders bare is theirs, whoever else it is about.
        if (noun.Equals("administration", StringComparison.OrdinalIgnoreCase) && draft.Homes.ContainsKey(Washington))
        {
            (mention.Code, mention.IsInferred) = (Washington, true);
            mention.Because("home");
        }
        else if (memory.Find("last-force:" + noun) is { Code: { } code })
        {
            mention.Code = code;
            mention.IsInferred = true;
            mention.Because("said-before");
        }
        else if (mention.Role == "REB")
        {
            if (mention.IsDefinite && memory.MostSalient(mention.Sentence, SentencesMax, entity => entity.Kind == MentionKind.ArmedGroup) is { } group)
            {
                mention.EntityId = group.Id;
                mention.Code = group.Code;
                mention.Because("group");
            }
        }
        else if (mention.Role is "GOV" or "MIL" or "COP" or "LEG" or "JUD" or "SPY" or "OPP" && IsOfTheState(mention))
            OfficeResolver.Infer(draft, memory, mention);
    }

    /// <summary>"The troops", "Police said": of the state spoken of; "sent troops" only where the text knows one state.</summary>
    private bool IsOfTheState(Mention mention) =>
        mention.IsDefinite || mention.Role != "MIL" || !mention.IsPlural || draft.Support.Count < 2 || draft.Has(mention.FirstWord, Lexicon.WordShape.First);
}
