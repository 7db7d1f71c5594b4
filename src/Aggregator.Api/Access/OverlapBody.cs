namespace Aggregator.Access;

/// <summary>How a secret is replaced, as a client sends it.</summary>
internal sealed record OverlapBody
{
    private const int SecondsAbsent = 86_400;

    /// <summary>Seconds that the secret it had works on, 0 to 2,592,000; a day where not given.</summary>
    public int? OverlapSeconds { get; init; }

    /// <summary>What is wrong with it, one sentence; null when nothing is.</summary>
    internal string? Fault() =>
        OverlapSeconds is < 0 || OverlapSeconds > KeyRule.OverlapMax.TotalSeconds ? $"The member overlapSeconds is not from 0 to {KeyRule.OverlapMax.TotalSeconds}." : null;

    internal TimeSpan Overlap => TimeSpan.FromSeconds(OverlapSeconds ?? SecondsAbsent);
}
