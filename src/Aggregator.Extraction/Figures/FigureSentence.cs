using System.Buffers;
using Aggregator.Extraction.Mentions;
using Aggregator.Extraction.Reading;
using Aggregator.Extraction.Time;

namespace Aggregator.Extraction.Figures;

/// <summary>A sentence made ready for the rules of harm: its atoms, dates, numbers and groups of people. Dispose it when done; its atoms are their maker's.</summary>
internal sealed class FigureSentence : IDisposable
{
    private readonly List<NumberExpression> _numbers = [];
    private readonly int[] _groupOf;

    internal FigureSentence(Sentence sentence, Atoms atoms, int index, SentenceDates dates, DocumentMentions? mentions = null)
    {
        Sentence = sentence;
        Index = index;
        Mentions = mentions;
        Atoms = atoms;
        Dates = dates.All;
        NumberGrammar.Read(Atoms, _numbers);
        _numbers.RemoveAll(IsInDate);
        PeopleScan.Read(Atoms, _numbers, Groups, mentions);
        _groupOf = ArrayPool<int>.Shared.Rent(Math.Max(1, Atoms.Count));
        _groupOf.AsSpan(0, Atoms.Count).Fill(-1);
        for (var g = 0; g < Groups.Count; g++) _groupOf.AsSpan(Groups[g].First, Groups[g].Last - Groups[g].First + 1).Fill(g);
    }

    /// <summary>The sentence as it was read.</summary>
    internal Sentence Sentence { get; }

    /// <summary>Its index in the document.</summary>
    internal int Index { get; }

    /// <summary>The document's mentions, or null.</summary>
    internal DocumentMentions? Mentions { get; }

    /// <summary>Its atoms.</summary>
    internal Atoms Atoms { get; }

    /// <summary>Its dates and periods.</summary>
    internal List<DateExpression> Dates { get; }

    /// <summary>Its numbers that are in no date.</summary>
    internal IReadOnlyList<NumberExpression> Numbers => _numbers;

    /// <summary>Its groups of people, in the order of the text.</summary>
    internal List<PeopleGroup> Groups { get; } = [];

    /// <summary>What the rules have found.</summary>
    internal List<Harmed> Found { get; } = [];

    /// <summary>The group that covers an atom; -1 when none does.</summary>
    internal int GroupAt(int atom) => (uint)atom < (uint)Atoms.Count ? _groupOf[atom] : -1;

    /// <summary>The group that begins at an atom; -1 when none does.</summary>
    internal int GroupFrom(int atom) => GroupAt(atom) is >= 0 and var g && Groups[g].First == atom ? g : -1;

    /// <summary>The group that ends at an atom; -1 when none does.</summary>
    internal int GroupUpTo(int atom) => GroupAt(atom) is >= 0 and var g && Groups[g].Last == atom ? g : -1;

    /// <summary>The group that covers a number; a new one, of that number alone, where the number has found no noun for people.</summary>
    internal int GroupFor(in NumberExpression number)
    {
        if (GroupAt(number.Core) is >= 0 and var known) return known;
        Groups.Add(new PeopleGroup(number.First, number.Last, -1, PeopleSort.NumberOnly, number.Range, number.Qualifier, null, true));
        return Groups.Count - 1;
    }

    /// <summary>The first atom behind the words that may stand anywhere: adverbs, dates, a quotation mark.</summary>
    internal int SkipRight(int at)
    {
        for (var steps = 0; steps < 6 && at < Atoms.Count && GroupFrom(at) < 0; steps++)
        {
            if (Atoms[at].Is(Sense.Adverb | Sense.Severity | Sense.Weekday) || Atoms[at].IsMark('"')) at++;
            else break;
        }
        return at;
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<int>.Shared.Return(_groupOf);

    private bool IsInDate(NumberExpression number)
    {
        var span = Atoms.Span(number.Core, number.Last);
        foreach (var date in Dates)
            if (date.Span.Overlaps(span)) return true;
        return false;
    }
}
