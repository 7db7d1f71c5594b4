namespace Aggregator.Intake;

/// <summary>A feed to be polled.</summary>
[GenerateSerializer, Immutable, Alias("source-definition")]
public sealed record SourceDefinition
{
    /// <summary>The source.</summary>
    [Id(0)] public required SourceId Id { get; init; }

    /// <summary>The feed's address, http or https.</summary>
    [Id(1)] public required string Url { get; init; }

    /// <summary>The outlet's name that its articles bear; null takes the feed's own title.</summary>
    [Id(2)] public string? Outlet { get; init; }

    /// <summary>Fetch the page behind an entry that carries only a summary.</summary>
    [Id(3)] public bool FetchPages { get; init; }

    /// <summary>False rests it: nothing is polled.</summary>
    [Id(4)] public bool Enabled { get; init; } = true;

    /// <summary>The shortest time between polls that its owner wishes, or null for the default.</summary>
    [Id(5)] public TimeSpan? IntervalMin { get; init; }

    /// <summary>The longest, or null for the default.</summary>
    [Id(6)] public TimeSpan? IntervalMax { get; init; }
}
