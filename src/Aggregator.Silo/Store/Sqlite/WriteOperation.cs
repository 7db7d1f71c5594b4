namespace Aggregator.Store.Sqlite;

/// <summary>A write that waits for its group's commit.</summary>
internal abstract class WriteOperation
{
    /// <summary>Does the writing, inside the group's transaction; keeps the result.</summary>
    internal abstract void Run(SqliteSession session);

    /// <summary>Keeps the fault that undid this write alone.</summary>
    internal abstract void Refuse(Exception fault);

    /// <summary>Answers the caller: the group is on disk.</summary>
    internal abstract void Complete();

    /// <summary>Tells the caller that the group was not committed, or that nobody knows.</summary>
    internal abstract void Fail(StoreUnavailableException fault);
}
