using Aggregator.Extraction.Lexicon;

namespace Aggregator.Extraction.Mentions;

/// <summary>Gives every mention its entity: in one pass over the text, by name, by office, and by what comes to mind first.</summary>
internal sealed class Coreference(Draft draft)
{
    private const double SubjectWeight = 2.5, PlainWeight = 1, AttributeWeight = 0.5;
    private readonly EntityMemory _memory = new();
    private readonly PersonNames _names = new(draft.Mentions);
    private readonly Dictionary<int, Mention> _pointers = [];

    /// <summary>The states that the text names by more than their leaders; worked out when first asked for.</summary>
    private HashSet<string>? _named;

    public DocumentMentions Run()
    {
        var kept = new List<Mention>(draft.Mentions.Count);
        int sentence = -1, ownedUntil = 0;
        foreach (var mention in draft.Mentions)
        {
            var weight = mention.Sentence != sentence || draft.Is(mention.EndWord, WordClasses.Speech) ? SubjectWeight : PlainWeight;
            if (mention.EndWord <= ownedUntil) weight = AttributeWeight;
            ownedUntil = Math.Max(ownedUntil, mention.HasList ? mention.OwnerEndWord : 0);
            if (!Place(mention, weight)) continue;
            sentence = mention.Sentence;
            kept.Add(mention);
        }
        for (var index = 0; index < kept.Count; index++)
        {
            var mention = kept[index];
            if (mention.HasList)
            {
                mention.Members = Following(kept, index);
                if (mention.EntityId >= 0) _memory.Entities[mention.EntityId].Members = mention.Members;
            }
            else if (mention.EntityId >= 0 && mention.Kind is MentionKind.Pronoun && _memory.Entities[mention.EntityId].Members is { Count: > 0 } members) mention.Members = members;
            else Complete(mention);
        }
        return new DocumentMentions(kept, _memory.Entities);
    }

    /// <returns>False when the mention turned out to be none.</returns>
    private bool Place(Mention mention, double weight)
    {
        _pointers[mention.EndWord - 1] = mention;
        // A sea or a mountain range that several states share brings none to mind.
        if (mention.OwnerSense is { } owner && (owner.Code is not null || owner.Kind == SenseKind.Body)) StirOwner(owner, mention);
        switch (mention.Kind)
        {
            case MentionKind.Person:
                Person(mention, weight);
                return true;
            case MentionKind.Name:
                return Name(mention, weight);
            case MentionKind.Office:
                new OfficeResolver(draft, _memory, _pointers).Resolve(mention, weight, PersonOf);
                return true;
            case MentionKind.Force:
                new ForceResolver(draft, _memory, _pointers).Resolve(mention, weight);
                return true;
            case MentionKind.Pronoun or MentionKind.Description:
                PointerResolver.Resolve(_memory, mention, weight);
                return mention.Kind == MentionKind.Pronoun || mention.EntityId >= 0 || mention.Members.Count > 0;
            case MentionKind.Government or MentionKind.Place when BearsSurname(mention):
                Person(mention, weight);
                return true;
            case MentionKind.Country or MentionKind.Government or MentionKind.Demonym when mention.Code is { } code:
                _memory.Touch(State(code, mention), mention, mention.Kind == MentionKind.Demonym ? AttributeWeight : weight);
                return true;
            default:
                _memory.Touch(_memory.Of(KeyOf(mention), mention.Kind), mention, weight);
                if (mention is { Kind: MentionKind.Place, Code: { Length: 3 } land }) _memory.Stir(State(land, mention), mention.Sentence, AttributeWeight);
                return true;
        }
    }

    /// <summary>What a title or a force took in, "the Kenyan president", comes to mind as well.</summary>
    private void StirOwner(Sense owner, Mention mention)
    {
        var entity = owner.Kind switch
        {
            SenseKind.Body => _memory.Of("name:" + owner.Name, MentionKind.Body),
            SenseKind.ArmedGroup => _memory.Of("group:" + owner.Code, MentionKind.ArmedGroup),
            _ => State(owner.Code!, mention),
        };
        entity.Code ??= owner.Code;
        entity.Role ??= owner.Role;
        if (owner.Kind is SenseKind.Body or SenseKind.ArmedGroup) entity.FullName ??= owner.Name;
        _memory.Stir(entity, mention.Sentence, mention.Role is "REB" or "CVL" ? AttributeWeight : PlainWeight);
    }

    private Entity State(string code, Mention mention)
    {
        var entity = _memory.Of("state:" + code, code.Length == 3 ? MentionKind.Country : mention.Kind);
        entity.Code = code;
        entity.FullName ??= draft.Gazetteer.States.TryGetValue(code, out var state) ? state.Name : mention.FullName;
        return entity;
    }

    private void Person(Mention mention, double weight)
    {
        if (mention.FullName is { } single && !single.Contains(' ', StringComparison.Ordinal) && _names.FullOf(single) is { } full)
        {
            mention.FullName = full;
            mention.Because("surname");
        }
        if (mention is { Leader: { } leader, NameWords: 1 }) Doubt(mention, leader);
        if (mention.OwnerWord >= 0) OfficeResolver.Owned(mention, _pointers);
        var entity = PersonOf(mention);
        _memory.Touch(entity, mention, weight);
        var office = mention.OfficeSense;
        if (office is null && mention.Leader is not null && mention.Office is { } held) office = draft.Gazetteer.Find(held) is [OfficeSense sense, ..] ? sense : null;
        if (office is not null) OfficeResolver.Remember(_memory, entity, mention.Code, mention.IsFormer ? "former-" + office.Sort : office.Sort);
    }

    /// <summary>"Santiago said" in a text that has named Ana Santiago before: who bears a town's name is meant, unless something is placed there.</summary>
    private bool BearsSurname(Mention mention)
    {
        if (mention.EndWord - mention.FirstWord != 1 || draft.Is(mention.FirstWord - 1, WordClasses.Locative)) return false;
        var written = draft.Text.Substring(mention.NameSpan.Start, mention.NameSpan.Length);
        if (_names.FullOf(written) is not { } full || !full.EndsWith(" " + written, StringComparison.OrdinalIgnoreCase)) return false;
        (mention.Kind, mention.Rule, mention.FullName, mention.Code, mention.Role, mention.Place) = (MentionKind.Person, "person.surname", full, null, null, null);
        return true;
    }

    /// <summary>A leader's surname in a text that names another person of that surname in full, and neither the leader nor, of one in office, the state.</summary>
    private void Doubt(Mention mention, LeaderSense leader)
    {
        var written = draft.Text.Substring(mention.NameSpan.Start, mention.NameSpan.Length);
        var held = leader.OfficeOn(draft.Published);
        if (_names.FullOf(written) is not { } full || PersonNames.Key(full) == PersonNames.Key(leader.Name)) return;
        if ((held.To is null || held.To >= draft.Published) && IsNamed(held.Code)) return;
        (mention.Leader, mention.FullName, mention.Code, mention.Role, mention.Office, mention.Rule) = (null, full, null, null, null, "person.surname");
    }

    private bool IsNamed(string state)
    {
        _named ??= [.. draft.Mentions.Where(mention => mention.Kind is MentionKind.Country or MentionKind.Government or MentionKind.Demonym or MentionKind.Place).Select(mention => mention.Code).OfType<string>()];
        return _named.Contains(state);
    }

    private Entity PersonOf(Mention mention)
    {
        var name = mention.FullName ?? draft.Text.Substring(mention.NameSpan.Start, mention.NameSpan.Length);
        var key = PersonNames.Key(name);
        if (_memory.Find(key)?.FullName is { } other && PersonNames.DifferInTheMiddle(name, other)) key = "person:" + name;
        var entity = _memory.Of(key, MentionKind.Person);
        entity.Kind = MentionKind.Person;
        return entity;
    }

    private bool Name(Mention mention, double weight)
    {
        if (mention.FullName is { } single && !single.Contains(' ', StringComparison.Ordinal))
        {
            if (_names.FullOf(single) is { } full)
            {
                (mention.Kind, mention.Rule, mention.FullName, mention.IsInferred) = (MentionKind.Person, "person.surname", full, false);
                Person(mention, weight);
                return true;
            }
            if (mention.IsInferred) return false;
        }
        _memory.Touch(_memory.Of(KeyOf(mention), mention.Kind), mention, weight);
        return true;
    }

    /// <summary>A minister or officer of whom nothing says whose: of the state that the text names most.</summary>
    private void Focus(Mention mention)
    {
        if (Foremost(mention) is not { } code) return;
        mention.Code = code;
        mention.IsInferred = true;
        mention.Because("focus");
    }

    private string? Foremost(Mention mention)
    {
        if (mention.OfficeSense?.Role is "GOV" or "LEG" && Scenes.Home(draft) is { } home) return home;
        if (draft.Support.Count == 0) return null;
        var most = draft.Support.MaxBy(pair => pair.Value);
        return most.Value * 2 < draft.Support.Values.Sum() ? null : most.Key;
    }

    private static string KeyOf(Mention mention) => mention.Kind switch
    {
        MentionKind.ArmedGroup => "group:" + mention.Code,
        MentionKind.People => "people:" + mention.Code,
        _ => "name:" + (mention.FullName ?? mention.Code),
    };

    private static List<int> Following(List<Mention> mentions, int index)
    {
        var members = new List<int>();
        for (var next = index + 1; next < mentions.Count && mentions[next].EndWord <= mentions[index].OwnerEndWord; next++)
            if (mentions[next].EntityId >= 0 && !members.Contains(mentions[next].EntityId)) members.Add(mentions[next].EntityId);
        return members;
    }

    /// <summary>What was learnt later in the text holds for the earlier mentions too.</summary>
    private void Complete(Mention mention)
    {
        if (mention.EntityId < 0) return;
        var entity = _memory.Entities[mention.EntityId];
        if (mention.Code is null && mention.Kind is not MentionKind.Demonym) mention.Code = entity.Code;
        if (mention is { Code: null, Kind: MentionKind.Person or MentionKind.Office, OfficeSense.Role: "GOV" or "MIL" or "COP" or "JUD" or "LEG" or "OPP" or "SPY" }) Focus(mention);
        if (mention.Kind is MentionKind.Person or MentionKind.Office or MentionKind.Pronoun or MentionKind.Description or MentionKind.Force)
            mention.FullName = entity.FullName ?? mention.FullName;
        if (!mention.IsFormer && mention.Kind is not (MentionKind.Demonym or MentionKind.Place)) mention.Role ??= entity.Role;
        if (mention.Gender == Gender.Unknown) mention.Gender = entity.Gender;
    }
}
