namespace Aggregator.Store.Sqlite;

/// <summary>A write with a result.</summary>
internal sealed class WriteOperation<T>(Func<SqliteSession, T> write) : WriteOperation
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _refusal;
    private T? _result;

    /// <summary>Ends with the group's commit.</summary>
    internal Task<T> Answer => _answer.Task;

    internal override void Run(SqliteSession session) => _result = write(session);

    internal override void Refuse(Exception fault) => _refusal = fault;

    internal override void Complete()
    {
        if (_refusal is { } fault) _answer.SetException(fault);
        else _answer.SetResult(_result!);
    }

    internal override void Fail(StoreUnavailableException fault) => _answer.SetException(_refusal ?? fault);
}
