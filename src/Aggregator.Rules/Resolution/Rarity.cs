using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Aggregator.Resolution;

/// <summary>
/// How much a shared word, name, party or place tells: the fewer open events have it, the more. Until many are open, words that most
/// news uses are taken to be common. Remembers what it counted; not safe for use by several threads at once.
/// </summary>
/// <param name="eventCount">How many events are open.</param>
/// <param name="countOf">How many of them have a term.</param>
public sealed class Rarity(int eventCount, Func<string, int> countOf)
{
    /// <summary>As many events are imagined beside the open ones, with nothing rare in them.</summary>
    private const double ImaginedCount = 200;

    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);

    // By the very array: one account is weighed against many.
    private readonly Dictionary<ImmutableArray<string>, double> _masses = [];

    /// <summary>What is known before any event is open.</summary>
    public static Rarity Unknown => new(0, static _ => 0);

    /// <summary>The term's weight, 0 or more: the logarithm of how rare it is.</summary>
    /// <param name="term">A lower-case word, or as <see cref="Term"/> writes it.</param>
    public double Of(string term) => _weights.TryGetValue(term, out var weight) ? weight : Remember(term, countOf(term));

    /// <summary>The term's weight, where it is known already how many events have it.</summary>
    /// <param name="term">As above.</param>
    /// <param name="count">How many of the open events have it.</param>
    internal double Of(string term, int count) => _weights.TryGetValue(term, out var weight) ? weight : Remember(term, count);

    private double Remember(string term, int count) =>
        _weights[term] = Math.Max(0, Math.Log((eventCount + ImaginedCount) / (count + ImaginedCount * CommonWords.ShareOf(term) + 1)));

    /// <summary>How alike two sets of terms are by the rare ones they share: the cosine of their weights, 0 to 1.</summary>
    /// <param name="left">Terms, in ordinal order.</param>
    /// <param name="right">Terms, in ordinal order.</param>
    /// <param name="shared">Receives those in both.</param>
    /// <param name="except">Terms that do not count as shared.</param>
    public double Cosine(ImmutableArray<string> left, ImmutableArray<string> right, List<string> shared, ReadOnlySpan<string> except = default)
    {
        var both = Both(left, right, shared, except);
        return both == 0 ? 0 : both / Math.Sqrt(Mass(left) * Mass(right));
    }

    /// <summary>The most that <see cref="Cosine"/> can be: the right has no less weight than what both share.</summary>
    /// <param name="left">Terms, in ordinal order.</param>
    /// <param name="right">Terms, in ordinal order; those that the left has not are not counted.</param>
    /// <param name="shared">Receives those in both.</param>
    /// <param name="except">Terms that do not count as shared.</param>
    internal double CosineMost(ImmutableArray<string> left, ImmutableArray<string> right, List<string> shared, ReadOnlySpan<string> except = default)
    {
        var both = Both(left, right, shared, except);
        return both == 0 ? 0 : Math.Min(1, Math.Sqrt(both / Mass(left)));
    }

    /// <summary>The weight of what both have.</summary>
    private double Both(ImmutableArray<string> left, ImmutableArray<string> right, List<string> shared, ReadOnlySpan<string> except)
    {
        var (a, b, both) = (0, 0, 0.0);
        while (a < left.Length && b < right.Length)
        {
            var order = string.CompareOrdinal(left[a], right[b]);
            if (order == 0 && !except.Contains(left[a]))
            {
                both += Square(left[a]);
                shared.Add(left[a]);
            }
            if (order <= 0) a++;
            if (order >= 0) b++;
        }
        return both;
    }

    private double Mass(ImmutableArray<string> terms)
    {
        ref var mass = ref CollectionsMarshal.GetValueRefOrAddDefault(_masses, terms, out var known);
        if (known) return mass;
        foreach (var term in terms) mass += Square(term);
        return mass;
    }

    private double Square(string term) => Of(term) is var weight ? weight * weight : 0;
}
