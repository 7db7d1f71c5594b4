using System.ComponentModel.DataAnnotations;

namespace Aggregator.Http;

/// <summary>Bounds of the HTTP side; configuration section <c>Api</c>.</summary>
public sealed class ApiOptions
{
    /// <summary>Largest request body, in bytes. Default 64 MiB; a larger one is refused with 413.</summary>
    [Range(65_536, 1_073_741_824)] public long BodyBytesMax { get; set; } = 64 * 1024 * 1024;

    /// <summary>Largest article, or line of NDJSON, in bytes. Default 4 MiB; a larger line is refused, the others are kept.</summary>
    [Range(4_096, 67_108_864)] public int ArticleBytesMax { get; set; } = 4 * 1024 * 1024;

    /// <summary>Most lines in one NDJSON body. Default 10,000; what comes behind them is refused with 413.</summary>
    [Range(1, 1_000_000)] public int LineCountMax { get; set; } = 10_000;

    /// <summary>Articles of a body that are kept in one commit. Default 200.</summary>
    [Range(1, 1_000)] public int BatchCountMax { get; set; } = 200;

    /// <summary>Largest document that a hub may push, in bytes. Default 4 MiB; a larger one is refused with 413, and found by the next poll.</summary>
    [Range(4_096, 67_108_864)] public int PushBytesMax { get; set; } = 4 * 1024 * 1024;

    /// <summary>Connections open at once, streams included. Default 25,000; further ones are closed.</summary>
    [Range(10, 1_000_000)] public int ConnectionCountMax { get; set; } = 25_000;

    /// <summary>Streams open at once on this node. Default 20,000; further ones are answered with 503.</summary>
    [Range(1, 1_000_000)] public int StreamCountMax { get; set; } = 20_000;

    /// <summary>Streams open at once for one client, told by its address; further ones are answered with 429. Default 1,000: behind a proxy all clients have one address.</summary>
    [Range(1, 1_000_000)] public int StreamsPerClientMax { get; set; } = 1_000;

    /// <summary>Milliseconds after which a stream's reader that lost its connection comes again. Default 2,000.</summary>
    [Range(100, 600_000)] public int StreamRetryMilliseconds { get; set; } = 2_000;

    /// <summary>Messages that may wait for one stream's reader; a slower one is disconnected and may resume. Default 256.</summary>
    [Range(4, 65_536)] public int StreamQueueCountMax { get; set; } = 256;

    /// <summary>Seconds between heartbeats on a stream. Default 15.</summary>
    [Range(1, 300)] public int HeartbeatSeconds { get; set; } = 15;

    /// <summary>Seconds between renewals of what this node follows; a lost hint is noticed by then. Default 30.</summary>
    [Range(1, 60)] public int RenewSeconds { get; set; } = 30;

    /// <summary>Where readers reach this server from outside (<c>https://news.example.org/aggregator</c>); null takes it from the request. Default null.</summary>
    [Url] public string? PublicUrl { get; set; }
}
