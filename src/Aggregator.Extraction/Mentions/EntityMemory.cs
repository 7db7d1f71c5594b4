namespace Aggregator.Extraction.Mentions;

/// <summary>The entities of a document so far, and how present each is to the reader's mind.</summary>
internal sealed class EntityMemory
{
    private const int RecentMax = 24;
    private const double DecayPerSentence = 0.6;
    private readonly Dictionary<string, Entity> _byKey = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Entity> _recent = [];

    public List<Entity> Entities { get; } = [];

    /// <summary>The entity of a key, made when it is new.</summary>
    public Entity Of(string key, MentionKind kind)
    {
        if (_byKey.TryGetValue(key, out var entity)) return entity;
        entity = new Entity(Entities.Count, kind);
        Entities.Add(entity);
        _byKey.Add(key, entity);
        return entity;
    }

    public Entity? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>Lets a further key mean an entity; the last one told wins.</summary>
    public void Alias(string key, Entity entity) => _byKey[key] = entity;

    /// <summary>Takes note of a mention: the entity learns what the mention knows and comes to mind.</summary>
    public void Touch(Entity entity, Mention mention, double weight)
    {
        mention.EntityId = entity.Id;
        entity.MentionCount++;
        if (!mention.IsInferred) entity.Code ??= mention.Code;
        entity.Role ??= mention.Role;
        entity.Office ??= mention.Office;
        entity.OfficeSort ??= mention.OfficeSense?.Sort;
        entity.IsPlural |= mention.IsPlural;
        if (entity.Gender == Gender.Unknown) entity.Gender = mention.Gender;
        if (mention.FullName is { } name && name.Length > (entity.FullName?.Length ?? 0) && mention.Kind is not (MentionKind.Pronoun or MentionKind.Description))
            entity.FullName = name;
        Stir(entity, mention.Sentence, weight);
    }

    public void Stir(Entity entity, int sentence, double weight)
    {
        entity.Salience = SalienceAt(entity, sentence) + weight;
        entity.LastSentence = sentence;
        _recent.Remove(entity);
        _recent.Add(entity);
        if (_recent.Count > RecentMax) _recent.RemoveAt(0);
    }

    /// <summary>The most present entity that fits; null when none does.</summary>
    /// <param name="sentence">The sentence that asks.</param>
    /// <param name="sentencesMax">How far back one may lie.</param>
    /// <param name="fits">Which may be meant.</param>
    public Entity? MostSalient(int sentence, int sentencesMax, Func<Entity, bool> fits)
    {
        Entity? best = null;
        var most = 0.0;
        foreach (var entity in _recent)
        {
            if (sentence - entity.LastSentence > sentencesMax || !fits(entity)) continue;
            var salience = SalienceAt(entity, sentence);
            if (salience >= most) (best, most) = (entity, salience);
        }
        return best;
    }

    /// <summary>The last entities that fit, latest first.</summary>
    public IEnumerable<Entity> Latest(int sentence, int sentencesMax, Func<Entity, bool> fits)
    {
        for (var i = _recent.Count - 1; i >= 0; i--)
            if (sentence - _recent[i].LastSentence <= sentencesMax && fits(_recent[i])) yield return _recent[i];
    }

    private static double SalienceAt(Entity entity, int sentence) =>
        entity.Salience * Math.Pow(DecayPerSentence, Math.Min(sentence - entity.LastSentence, 30));
}
