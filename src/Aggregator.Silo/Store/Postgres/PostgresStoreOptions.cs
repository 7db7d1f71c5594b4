using System.ComponentModel.DataAnnotations;

namespace Aggregator.Store.Postgres;

/// <summary>Where the cluster's store lives and what bounds it; configuration section <c>Store</c>.</summary>
public sealed class PostgresStoreOptions
{
    /// <summary>
    /// The connection string in Npgsql's form, as <c>Host=db;Database=aggregator;Username=aggregator;Password=…</c>. Never logged.
    /// What it says of timeouts and pools counts before this class's defaults.
    /// </summary>
    [Required] public string Postgres { get; set; } = "";

    /// <summary>
    /// Partitions that articles hash to, one reader each. Counts only when the store is created: the number is kept in it. Default 16.
    /// </summary>
    [Range(1, 1_024)] public int PartitionCount { get; set; } = 16;

    /// <summary>Submissions that wait for a writer; further ones wait at their caller. Default 4,096.</summary>
    [Range(1, 1_000_000)] public int QueueCountMax { get; set; } = 4_096;

    /// <summary>Submissions after which a group takes no further one and commits. Default 200.</summary>
    [Range(1, 100_000)] public int SubmitGroupCountMax { get; set; } = 200;

    /// <summary>Groups of submissions that this node writes at once. Default 2.</summary>
    [Range(1, 16)] public int WriterCount { get; set; } = 2;

    /// <summary>Connections that this node holds at most. Default 32.</summary>
    [Range(4, 1_000)] public int ConnectionCountMax { get; set; } = 32;

    /// <summary>Seconds that a statement may take. Default 15.</summary>
    [Range(1, 3_600)] public int StatementSeconds { get; set; } = 15;

    /// <summary>
    /// Seconds after which the server undoes a transaction whose node does not go on, so that a frozen node's locks hold up nobody. Default 4.
    /// </summary>
    [Range(1, 3_600)] public int IdleTransactionSeconds { get; set; } = 4;
}
