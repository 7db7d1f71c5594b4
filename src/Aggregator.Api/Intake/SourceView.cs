namespace Aggregator.Intake;

/// <summary>A source as it stands.</summary>
internal sealed record SourceView
{
    /// <summary>The source.</summary>
    public required SourceId Id { get; init; }

    /// <summary>The feed's address.</summary>
    public required string Url { get; init; }

    /// <summary>The outlet's name that its articles bear, or null for the feed's own title.</summary>
    public string? Outlet { get; init; }

    /// <summary>Whether the page behind a summary is fetched.</summary>
    public bool FetchPages { get; init; }

    /// <summary>False while it rests.</summary>
    public bool Enabled { get; init; }

    /// <summary>The shortest time between polls, in seconds, or null for the default.</summary>
    public double? IntervalMinSeconds { get; init; }

    /// <summary>The longest time between polls, in seconds, or null for the default.</summary>
    public double? IntervalMaxSeconds { get; init; }

    /// <summary>How it fares.</summary>
    public required SourceHealth Health { get; init; }

    internal static SourceView Of(SourceStatus status) => new()
    {
        Id = status.Definition.Id, Url = status.Definition.Url, Outlet = status.Definition.Outlet, FetchPages = status.Definition.FetchPages,
        Enabled = status.Definition.Enabled, IntervalMinSeconds = status.Definition.IntervalMin?.TotalSeconds,
        IntervalMaxSeconds = status.Definition.IntervalMax?.TotalSeconds, Health = status.Health,
    };
}
