namespace Aggregator.Intake;

/// <summary>A feed's word that a hub would push it (WebSub, section 4).</summary>
/// <param name="Hub">The hub, absolute http or https.</param>
/// <param name="Topic">The address that the hub knows the feed by.</param>
internal sealed record PushOffer(string Hub, string Topic)
{
    private const int LengthMax = 2_000;

    /// <summary>What a feed offers, or null. Headers go before the document; of several hubs the first is taken; a feed without its own address is known by the one it came from.</summary>
    internal static PushOffer? Of(FeedDocument feed, FetchResult.Fetched answer)
    {
        var hub = answer.HubUrl ?? feed.HubUrls.FirstOrDefault();
        var topic = answer.SelfUrl ?? feed.SelfUrl ?? answer.Address.AbsoluteUri;
        return hub is { Length: <= LengthMax } && topic.Length <= LengthMax ? new PushOffer(hub, topic) : null;
    }
}
