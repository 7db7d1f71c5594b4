namespace Aggregator.Resolution;

/// <summary>What stands behind an event, in four numbers, and the level that follows from them.</summary>
[GenerateSerializer, Immutable, Alias("corroboration")]
public sealed record Corroboration
{
    /// <summary>Articles.</summary>
    [Id(0)] public required int ArticleCount { get; init; }

    /// <summary>Outlets that published them.</summary>
    [Id(1)] public required int OutletCount { get; init; }

    /// <summary>Independent voices: publisher families, copies of one wire text counted once.</summary>
    [Id(2)] public required int VoiceCount { get; init; }

    /// <summary>Distinct claimants that the reports attribute to.</summary>
    [Id(3)] public required int ClaimantCount { get; init; }

    /// <summary>The level that follows.</summary>
    [Id(4)] public required CorroborationLevel Level { get; init; }
}
