namespace Aggregator.Store;

/// <summary>Reads all that there is of a noun, a page at a time.</summary>
internal static class StorePages
{
    private const int PageCount = 500;

    /// <summary>Everything, by id.</summary>
    /// <param name="read">Reads what comes after an id, up to a count.</param>
    /// <param name="idOf">The id of one.</param>
    /// <param name="cancellation">Cancels it.</param>
    internal static async IAsyncEnumerable<T> AllAsync<T, TId>(
        Func<TId?, int, CancellationToken, Task<IReadOnlyList<T>>> read, Func<T, TId> idOf, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation) where TId : struct
    {
        TId? after = null;
        for (var page = await read(after, PageCount, cancellation); page.Count > 0; page = await read(after, PageCount, cancellation))
        {
            foreach (var one in page) yield return one;
            after = idOf(page[^1]);
        }
    }
}
