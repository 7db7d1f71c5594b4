namespace Aggregator.Intake;

/// <summary>What came of a poll.</summary>
internal abstract record PollResult
{
    internal const string HostBusy = "host-busy";
    internal const string InboxFull = "inbox-full";

    private PollResult()
    {
    }

    /// <summary>The feed came and its new items are in the inbox.</summary>
    /// <param name="Feed">The feed.</param>
    /// <param name="Answer">How it came.</param>
    /// <param name="Seen">Items handed in by now.</param>
    /// <param name="NewCount">Articles accepted.</param>
    /// <param name="RevisedCount">Articles revised.</param>
    /// <param name="LeftCount">Items left for the next poll.</param>
    internal sealed record Taken(FeedDocument Feed, FetchResult.Fetched Answer, SeenItems Seen, int NewCount, int RevisedCount, int LeftCount) : PollResult;

    /// <summary>The feed has not changed.</summary>
    /// <param name="Answer">What the server said.</param>
    internal sealed record Unchanged(FetchResult.Unchanged Answer) : PollResult;

    /// <summary>Nothing came of it, by the source's fault.</summary>
    /// <param name="Why">The reason.</param>
    internal sealed record Failed(FetchResult.Failed Why) : PollResult;

    /// <summary>It was put off: the host had others to answer, or the inbox is full. Not the source's fault.</summary>
    /// <param name="Code">The reason as a word.</param>
    /// <param name="Wait">How long to wait.</param>
    internal sealed record PutOff(string Code, TimeSpan Wait) : PollResult;
}
