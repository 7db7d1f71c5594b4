using Orleans.Concurrency;

namespace Aggregator.Intake;

/// <summary>Polls one source's feed, takes in what its hub pushes, and submits its entries. Key: the source's id.</summary>
[Alias("aggregator.source")]
public interface ISourceGrain : IGrainWithStringKey
{
    /// <summary>Creates the source or changes it; a changed one is polled soon.</summary>
    /// <param name="definition">The source; its id is the grain's key.</param>
    /// <returns>True when it is new.</returns>
    [Alias("put")]
    Task<bool> PutAsync(SourceDefinition definition);

    /// <summary>The source as it stands, or null.</summary>
    [Alias("status"), AlwaysInterleave]
    Task<SourceStatus?> ReadStatusAsync();

    /// <summary>Stops polling and forgets the source; its articles stay. False when there is none.</summary>
    [Alias("delete")]
    Task<bool> DeleteAsync();

    /// <summary>Polls now, unless its host asked for patience or another poll runs; returns how it fares then, or null.</summary>
    [Alias("poll")]
    Task<SourceStatus?> PollAsync();

    /// <summary>Takes up polling after a start; nothing to do is fine.</summary>
    [Alias("resume"), OneWay]
    Task ResumeAsync();

    /// <summary>True when a hub may push under this token.</summary>
    /// <param name="token">The token in the callback's address.</param>
    [Alias("takes-pushes"), AlwaysInterleave]
    Task<bool> TakesPushesAsync(string token);

    /// <summary>Answers a hub; true when what it asks was asked for, or what it tells was understood.</summary>
    /// <param name="question">What it asks.</param>
    [Alias("answer-hub"), AlwaysInterleave]
    Task<bool> AnswerHubAsync(HubQuestion question);

    /// <summary>Takes in what a hub pushes; answered once what is new in it is kept.</summary>
    /// <param name="content">What it pushes.</param>
    [Alias("push"), AlwaysInterleave]
    Task<PushReply> PushAsync(PushedContent content);
}
