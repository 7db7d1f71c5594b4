using Aggregator.Feeds;
using Aggregator.Topics;

namespace Aggregator.Subscriptions;

/// <summary>The address of a topic's feed in a form, taken apart: what a WebSub subscriber calls the topic.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Form">The form.</param>
/// <param name="Server">The server's public address, without a slash at its end.</param>
/// <param name="Token">The capability in it that opens a private topic, or null.</param>
public sealed record FeedAddress(TopicId Topic, FeedForm Form, string Server, string? Token)
{
    private const int LengthMax = 2_000;
    private const string TokenStart = "?token=";
    private const string Mask = "***";

    /// <summary>
    /// An address as it may be shown and logged: whoever reads it can't come in by its capability. What is kept is the address itself, as WebSub has a hub repeat it to
    /// the subscriber to the letter.
    /// </summary>
    /// <param name="url">The address.</param>
    public static string Masked(string url) => url.IndexOf(TokenStart, StringComparison.Ordinal) is var start and >= 0 ? $"{url[..(start + TokenStart.Length)]}{Mask}" : url;

    /// <summary>Takes an address apart; null when it is not a feed's newest page (<c>…/v1/topics/ID/feed.atom</c>, <c>.rss</c>, <c>.json</c>).</summary>
    /// <param name="url">The address, or null.</param>
    public static FeedAddress? Read(string? url)
    {
        if (url is null || url.Length > LengthMax || !Uri.TryCreate(url, UriKind.Absolute, out var address)) return null;
        if (address is not { Scheme: "http" or "https", Fragment: "", UserInfo: "" }) return null;
        var token = address.Query.StartsWith(TokenStart, StringComparison.Ordinal) && !address.Query.Contains('&', StringComparison.Ordinal) ? address.Query[TokenStart.Length..] : null;
        if (address.Query.Length > 0 && token is null) return null;
        if (address.AbsolutePath.Split('/') is not [.. var before, "v1", "topics", var id, var file] || !TopicId.TryParse(id, out var topic)) return null;
        foreach (var form in FeedForms.All)
            if (file == $"feed.{FeedForms.Extension(form)}") return new FeedAddress(topic, form, address.GetLeftPart(UriPartial.Authority) + string.Join('/', before), token);
        return null;
    }
}
