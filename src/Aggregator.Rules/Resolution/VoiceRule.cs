using Aggregator.Intake;

namespace Aggregator.Resolution;

/// <summary>Whose voice an article is: outlets under one name or one host speak as one.</summary>
public static class VoiceRule
{
    /// <summary>The voice, lower case; never empty.</summary>
    /// <param name="article">The article.</param>
    public static string Of(Article article)
    {
        if (!string.IsNullOrWhiteSpace(article.Outlet)) return article.Outlet.Trim().ToLowerInvariant();
        return Uri.TryCreate(article.Url, UriKind.Absolute, out var url) && url.Host.Length > 0
            ? url.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? url.Host[4..].ToLowerInvariant() : url.Host.ToLowerInvariant()
            : article.Id.Value.ToLowerInvariant();
    }
}
