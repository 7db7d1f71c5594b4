namespace Aggregator.Intake;

/// <summary>Where hubs push what is new in sources (WebSub). The address is a secret between this server and a hub: it stands in no log and no trace.</summary>
public static class PushAddress
{
    /// <summary>The path before the source and the token.</summary>
    public const string Path = "/v1/push";

    /// <summary>The callback for a source.</summary>
    /// <param name="server">This server's public address.</param>
    /// <param name="source">The source.</param>
    /// <param name="token">What only the hub is told.</param>
    public static string Of(string server, SourceId source, string token) => $"{server.TrimEnd('/')}{Path}/{source}/{token}";
}
