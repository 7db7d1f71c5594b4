using System.Collections.Immutable;
using Aggregator.Feeds;
using Aggregator.Topics;

namespace Aggregator.Subscriptions;

/// <summary>The address of a topic's feed in a form, taken apart: what a WebSub subscriber calls the topic.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Form">The form.</param>
/// <param name="Server">The server's public address, without a slash at its end.</param>
/// <param name="Token">The capability in it that opens a private topic, or null.</param>
/// <param name="PerEvent">True for the feed with one item an event.</param>
public sealed record FeedAddress(TopicId Topic, FeedForm Form, string Server, string? Token, bool PerEvent = false)
{
    private const int LengthMax = 2_000;
    private const string TokenStart = "token=";
    private const string PerEventPart = "per=event";
    private const string Mask = "***";

    /// <summary>The entries that the address leads to: the newest.</summary>
    public FeedWindow Window => FeedWindow.Newest with { PerEvent = PerEvent };

    /// <summary>The address written in the one way in which all that lead to the feed are the same: without what lets in.</summary>
    public string Plain => $"{Server}/v1/topics/{Topic}/feed.{FeedForms.Extension(Form)}{(PerEvent ? $"?{PerEventPart}" : "")}";

    /// <summary>
    /// An address as it may be shown and logged: whoever reads it can't come in by its capability. What is kept is the address itself, as WebSub has a hub repeat it to
    /// the subscriber to the letter.
    /// </summary>
    /// <param name="url">The address.</param>
    public static string Masked(string url) => url.Split('?') is not [var path, .. var rest] || rest.Length == 0 ? url
        : $"{path}?{string.Join('&', string.Join('?', rest).Split('&').Select(part => IsToken(part) ? TokenStart + Mask : part))}";

    /// <summary>An address with a capability.</summary>
    /// <param name="url">The address, without one.</param>
    /// <param name="token">The capability.</param>
    public static string Carrying(string url, string token) => $"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{TokenStart}{token}";

    /// <summary>Where the hub of a server's feeds is.</summary>
    /// <param name="server">The server's public address, without a slash at its end.</param>
    public static string HubOf(string server) => $"{server}/v1/hub";

    /// <summary>Takes an address apart; null when it is not a feed's newest page (<c>…/v1/topics/ID/feed.atom</c>, <c>.rss</c>, <c>.json</c>).</summary>
    /// <param name="url">The address, or null.</param>
    public static FeedAddress? Read(string? url)
    {
        if (url is null || url.Length > LengthMax || !Uri.TryCreate(url, UriKind.Absolute, out var address)) return null;
        if (address is not { Scheme: "http" or "https", Fragment: "", UserInfo: "" }) return null;
        var parts = address.Query.Length == 0 ? [] : address.Query[1..].Split('&').ToImmutableArray();
        if (parts.Count(IsToken) > 1 || parts.Count(IsPerEvent) > 1 || !parts.All(part => IsToken(part) || IsPerEvent(part))) return null;
        if (address.AbsolutePath.Split('/') is not [.. var before, "v1", "topics", var id, var file] || !TopicId.TryParse(id, out var topic)) return null;
        foreach (var form in FeedForms.All)
        {
            if (file != $"feed.{FeedForms.Extension(form)}") continue;
            var server = address.GetLeftPart(UriPartial.Authority) + string.Join('/', before);
            return new FeedAddress(topic, form, server, parts.FirstOrDefault(IsToken)?[TokenStart.Length..], parts.Any(IsPerEvent));
        }
        return null;
    }

    private static bool IsToken(string part) => part.StartsWith(TokenStart, StringComparison.Ordinal);

    private static bool IsPerEvent(string part) => part == PerEventPart;
}
