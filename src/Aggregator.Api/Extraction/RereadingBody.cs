using System.ComponentModel.DataAnnotations;

namespace Aggregator.Extraction;

/// <summary>What a client sends to stop the re-reading or let it go on.</summary>
internal sealed record RereadingBody
{
    /// <summary>True to stop it, false to let it go on.</summary>
    [Required]
    public bool? Paused { get; init; }
}
