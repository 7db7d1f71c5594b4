using System.ComponentModel.DataAnnotations;

namespace Aggregator.Store.Sqlite;

/// <summary>Where the embedded store lives and what bounds it; configuration section <c>Store</c>.</summary>
public sealed class SqliteStoreOptions
{
    /// <summary>The folder that keeps everything; made when it is not there. One process at a time.</summary>
    [Required] public string Folder { get; set; } = "data";

    /// <summary>The database's name in that folder. Default <c>aggregator.db</c>.</summary>
    [Required, RegularExpression("[A-Za-z0-9._-]{1,100}")] public string FileName { get; set; } = "aggregator.db";

    /// <summary>
    /// Partitions that articles hash to, one reader each. Counts only when the store is created: the number is kept in it. Default 16.
    /// </summary>
    [Range(1, 1_024)] public int PartitionCount { get; set; } = 16;

    /// <summary>Writes that wait for the writer; further ones wait at their caller. Default 4,096.</summary>
    [Range(1, 1_000_000)] public int QueueCountMax { get; set; } = 4_096;

    /// <summary>Writes that one commit takes at most. Default 1,000.</summary>
    [Range(1, 100_000)] public int GroupCountMax { get; set; } = 1_000;

    /// <summary>Milliseconds after which a group takes no further write and commits. Default 20.</summary>
    [Range(1, 10_000)] public int GroupMillisecondsMax { get; set; } = 20;

    /// <summary>Reads that run at once, each on a connection of its own. Default 4.</summary>
    [Range(1, 64)] public int ReaderCountMax { get; set; } = 4;

    /// <summary>Megabytes of pages that the writer keeps in memory; each reader keeps an eighth of it. Default 64.</summary>
    [Range(1, 65_536)] public int CacheMegabytes { get; set; } = 64;

    /// <summary>Megabytes that the write-ahead log grows to before the writer folds it into the database. Default 64.</summary>
    [Range(1, 65_536)] public int LogMegabytesMax { get; set; } = 64;

    /// <summary>Megabytes that the database grows to; beyond it writes fail as on a full disk. 0, the default, is no bound but the disk.</summary>
    [Range(0, 100_000_000)] public int SizeMegabytesMax { get; set; }
}
