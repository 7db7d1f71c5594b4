using System.ComponentModel.DataAnnotations;

namespace Aggregator.Intake;

/// <summary>Bounds of the intake stage; configuration section <c>Intake</c>.</summary>
public sealed class IntakeOptions
{
    /// <summary>Inbox rows that one partition drives through the stages at once. Default 64.</summary>
    [Range(1, 1_000)] public int BatchCountMax { get; set; } = 64;

    /// <summary>Articles that may wait in the inbox; beyond it submissions are answered with 429. Default 100,000.</summary>
    [Range(100, 100_000_000)] public long PendingCountMax { get; set; } = 100_000;

    /// <summary>Seconds a refused submitter is asked to wait. Default 5.</summary>
    [Range(1, 3_600)] public int RetryAfterSeconds { get; set; } = 5;

    /// <summary>Seconds between looks for rows that no hint announced. Default 2.</summary>
    [Range(0.1, 60)] public double LookSeconds { get; set; } = 2;

    /// <summary>Articles that are extracted at once on this silo; 0 is one a core. Default 0.</summary>
    [Range(0, 1_024)] public int ExtractionCountMax { get; set; }

    /// <summary>Calls to resolvers or topics that one batch has under way at once. Default 16.</summary>
    [Range(1, 1_000)] public int CallCountMax { get; set; } = 16;

    /// <summary>
    /// Batches of this silo that one block resolves or has waiting at once; further ones wait for their turn here, where no call's time runs. Default 2: the next
    /// is there when one is done.
    /// </summary>
    [Range(1, 1_000)] public int BlockCallCountMax { get; set; } = 2;
}
