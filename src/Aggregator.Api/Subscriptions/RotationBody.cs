namespace Aggregator.Subscriptions;

/// <summary>How a secret is replaced.</summary>
internal sealed record RotationBody
{
    private const int OverlapSecondsMax = 30 * 24 * 3_600;
    private const int OverlapSecondsAbsent = 24 * 3_600;

    /// <summary>A secret of your own; absent to have one made.</summary>
    public string? Secret { get; init; }

    /// <summary>Seconds for which the secret before signs too, 0 to 2,592,000. Default 86,400.</summary>
    public int? OverlapSeconds { get; init; }

    /// <summary>What is wrong with it, one sentence; null when nothing is.</summary>
    internal string? Fault() => OverlapSeconds is < 0 or > OverlapSecondsMax ? $"The member overlapSeconds is not from 0 to {OverlapSecondsMax}." : null;

    internal TimeSpan Overlap => TimeSpan.FromSeconds(OverlapSeconds ?? OverlapSecondsAbsent);
}
