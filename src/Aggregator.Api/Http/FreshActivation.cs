using Aggregator.Store;

namespace Aggregator.Http;

/// <summary>Asks grains to write. One that finds that another wrote in its place ends; what it was asked is asked once more, of the one that follows it.</summary>
internal static class FreshActivation
{
    /// <summary>The grain's answer.</summary>
    /// <param name="ask">The call; made twice at most.</param>
    /// <exception cref="StaleActivationException">The second was stale, too.</exception>
    internal static async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (StaleActivationException)
        {
            return await ask();
        }
    }
}
