using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Mentions;

/// <summary>The mentions of one document, in the order of its text and without overlap.</summary>
public sealed class DocumentMentions
{
    private readonly List<Mention> _mentions;

    internal DocumentMentions(List<Mention> mentions, List<Entity> entities) => (_mentions, Entities) = (mentions, entities);

    /// <summary>The mentions, in the order of the text.</summary>
    public IReadOnlyList<Mention> All => _mentions;

    /// <summary>The entities that the mentions point to; an entity's number is its index.</summary>
    public IReadOnlyList<Entity> Entities { get; }

    /// <summary>The spans that a <see cref="Reader"/> is to take as one word each: names of several words, with their titles.</summary>
    public IReadOnlyList<Unit> Units =>
        _mentions.Where(IsUnit).Select(mention => new Unit(mention.Span)).ToArray();

    /// <summary>The mention that covers a place in the text; null when none does.</summary>
    /// <param name="offset">UTF-16 units from the document's start.</param>
    public Mention? At(int offset)
    {
        var index = FirstEndingAfter(offset);
        return index < _mentions.Count && _mentions[index].Span.Start <= offset ? _mentions[index] : null;
    }

    /// <summary>The mention that covers a token; null when none does.</summary>
    public Mention? At(in Token token) => At(token.End - 1);

    /// <summary>The mentions that share a unit with a span, in the order of the text.</summary>
    /// <param name="span">A stretch of the document's text.</param>
    public IEnumerable<Mention> In(TextSpan span)
    {
        for (var index = FirstEndingAfter(span.Start); index < _mentions.Count && _mentions[index].Span.Start < span.End; index++)
            yield return _mentions[index];
    }

    /// <summary>
    /// The mention that a noun stands for or that says whose it is: the one that covers the token, else a nationality, state or
    /// possessor that depends on it ("Kenyan farmers", "Kenya's envoy"); null when none does.
    /// </summary>
    /// <param name="sentence">A sentence of the same text.</param>
    /// <param name="token">Index of the noun in the sentence.</param>
    public Mention? Of(Sentence sentence, int token)
    {
        if (At(sentence[token]) is { } covering) return covering;
        Mention? found = null;
        foreach (var child in sentence.Children(token))
        {
            if (sentence[child].Relation is not (Relation.Amod or Relation.Compound or Relation.NmodPoss or Relation.NmodDesc or Relation.Nmod)) continue;
            if (At(sentence[child]) is { Code: not null } owner && (found is null || sentence[child].Relation == Relation.Amod)) found = owner;
        }
        return found;
    }

    private static bool IsUnit(Mention mention) =>
        mention.EndWord - mention.FirstWord > (mention.Kind is MentionKind.Country or MentionKind.Government or MentionKind.Place or MentionKind.ArmedGroup ? 0 : 1)
        && mention.Kind is MentionKind.Person or MentionKind.Body or MentionKind.ArmedGroup or MentionKind.Outlet or MentionKind.Place
            or MentionKind.Country or MentionKind.Government or MentionKind.Name;

    private int FirstEndingAfter(int offset)
    {
        int low = 0, high = _mentions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_mentions[middle].Span.End > offset) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
