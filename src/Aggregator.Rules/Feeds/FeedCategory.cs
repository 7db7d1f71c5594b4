namespace Aggregator.Feeds;

/// <summary>What an item is filed under.</summary>
/// <param name="Scheme">Which list of terms: <c>change</c>, <c>kind</c>, <c>status</c>, <c>party</c>, <c>plover</c>, <c>cameo</c>, <c>context</c>.</param>
/// <param name="Term">The term.</param>
public sealed record FeedCategory(string Scheme, string Term)
{
    /// <summary>The list's name as a URI.</summary>
    public string SchemeUri => $"urn:aggregator:{Scheme}";
}
