using System.ComponentModel.DataAnnotations;

namespace Aggregator.Intake;

/// <summary>A source's definition as a client sends it.</summary>
internal sealed record SourceBody
{
    private const int IntervalSecondsMax = 30 * 24 * 3_600;
    private const int OutletLengthMax = 200;

    /// <summary>The feed's address, http or https.</summary>
    [Required]
    public string? Url { get; init; }

    /// <summary>The outlet's name that its articles bear; null takes the feed's own title.</summary>
    public string? Outlet { get; init; }

    /// <summary>Fetch the page behind an entry that carries only a summary.</summary>
    public bool FetchPages { get; init; }

    /// <summary>False rests it; absent is true.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The shortest time between polls, 1 to 2,592,000 seconds; null for the default.</summary>
    public int? IntervalMinSeconds { get; init; }

    /// <summary>The longest time between polls, 1 to 2,592,000 seconds; null for the default.</summary>
    public int? IntervalMaxSeconds { get; init; }

    /// <summary>What is wrong with it, one sentence; null when nothing is.</summary>
    internal string? Fault() =>
        !CanonicalUrl.TryRead(Url, out _) ? "The member url is missing or no absolute http or https address."
        : Outlet?.Length > OutletLengthMax ? $"The member outlet is longer than {OutletLengthMax} characters."
        : IsOut(IntervalMinSeconds) ? $"The member intervalMinSeconds is not from 1 to {IntervalSecondsMax}."
        : IsOut(IntervalMaxSeconds) ? $"The member intervalMaxSeconds is not from 1 to {IntervalSecondsMax}."
        : IntervalMinSeconds > IntervalMaxSeconds ? "The member intervalMinSeconds is above intervalMaxSeconds."
        : null;

    /// <summary>The definition; only where there is no fault.</summary>
    internal SourceDefinition ToDefinition(SourceId id) => new()
    {
        Id = id, Url = Url!.Trim(), Outlet = string.IsNullOrWhiteSpace(Outlet) ? null : Outlet.Trim(), FetchPages = FetchPages, Enabled = Enabled ?? true,
        IntervalMin = Time(IntervalMinSeconds), IntervalMax = Time(IntervalMaxSeconds),
    };

    private static bool IsOut(int? seconds) => seconds is < 1 or > IntervalSecondsMax;

    private static TimeSpan? Time(int? seconds) => seconds is { } count ? TimeSpan.FromSeconds(count) : null;
}
