using Microsoft.Data.Sqlite;

namespace Aggregator.Store.Sqlite;

/// <summary>Says what is wrong with the store, and what its owner can do.</summary>
internal static class StoreFaults
{
    // Primary result codes: https://www.sqlite.org/rescode.html
    private const int Permission = 3, Busy = 5, Locked = 6, NoMemory = 7, ReadOnly = 8, InputOutput = 10, Corrupt = 11, Full = 13, CantOpen = 14,
        Protocol = 15, Authorisation = 23, NotADatabase = 26, ForeignKey = 787;

    /// <summary>True for a fault of the disk, the folder or the file; false for one of a statement.</summary>
    internal static bool IsOfStore(Exception fault) => fault is SqliteException { SqliteErrorCode: var code }
        && code is Permission or Busy or Locked or NoMemory or ReadOnly or InputOutput or Corrupt or Full or CantOpen or Protocol or Authorisation or NotADatabase;

    /// <summary>The fault in words for its owner.</summary>
    /// <param name="fault">What the driver or the file system said.</param>
    /// <param name="path">The database.</param>
    internal static StoreUnavailableException Explain(Exception fault, string path) => fault switch
    {
        StoreUnavailableException known => known,
        SqliteException { SqliteErrorCode: var code, SqliteExtendedErrorCode: var extended } => new StoreUnavailableException(Explain(code, extended, path), fault),
        UnauthorizedAccessException => new StoreUnavailableException(
            $"'{Path.GetDirectoryName(path)}' may not be written. Give this account the right to write there, or choose another folder.", fault),
        IOException => new StoreUnavailableException($"'{path}' can't be used: {fault.Message} Look at the folder and its disk, or choose another folder.", fault),
        _ => new StoreUnavailableException($"'{path}' can't be used: {fault.Message}", fault),
    };

    /// <summary>What the author of a write that was undone alone is told.</summary>
    /// <param name="fault">What the write ended with.</param>
    internal static Exception Refusal(Exception fault) => fault is SqliteException { SqliteExtendedErrorCode: ForeignKey }
        ? new InvalidOperationException("The write names an event, or a revision of one, that the store does not have.", fault)
        : fault;

    private static string Explain(int code, int extended, string path) => code switch
    {
        Full => $"There is no space left for '{path}'. Free some on its disk, or raise Store:SizeMegabytesMax where that is set; writing then goes on by itself.",
        ReadOnly or Permission => $"'{path}' may not be written. Give this account the right to write to it and its folder, and see that the disk is not mounted read-only.",
        InputOutput => $"The disk failed at '{path}' (SQLite code {extended}). Look at the disk and the system's log.",
        Corrupt => $"'{path}' is damaged (SQLite code {extended}). Stop, keep a copy of the folder, and put back a backup.",
        NotADatabase => $"'{path}' is not a database. Choose another folder, or move that file away.",
        CantOpen => $"'{path}' can't be opened. See that it is a file in a folder that this account may read and write.",
        Busy or Locked => $"Another program holds '{path}'. End it, or choose another folder.",
        _ => $"'{path}' can't be used (SQLite code {extended}).",
    };
}
