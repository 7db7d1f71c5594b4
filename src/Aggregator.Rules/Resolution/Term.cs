using Aggregator.Extraction;

namespace Aggregator.Resolution;

/// <summary>How things of different sorts are written as terms of one index.</summary>
public static class Term
{
    /// <summary>A party's term.</summary>
    /// <param name="code">Its code.</param>
    public static string Party(string code) => $"p:{code}";

    /// <summary>The term of two parties together.</summary>
    /// <param name="one">A code.</param>
    /// <param name="other">Another; the order does not matter.</param>
    public static string Pair(string one, string other) =>
        string.CompareOrdinal(one, other) <= 0 ? $"pp:{one}+{other}" : $"pp:{other}+{one}";

    /// <summary>A participant's term.</summary>
    /// <param name="name">The last word of a name, lower case.</param>
    public static string Name(string name) => $"n:{name}";

    /// <summary>A place's term.</summary>
    /// <param name="place">The place.</param>
    public static string Place(Place place) => $"l:{(place.Entry ?? place.Name).ToLowerInvariant()}";
}
