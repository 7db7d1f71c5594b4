using Xunit;

namespace Aggregator.Intake;

/// <summary>What a run left behind.</summary>
/// <param name="Positions">What each follower heard, in the order it heard it.</param>
/// <param name="Last">The topic's position.</param>
/// <param name="Reports">The reports of all articles, each resolved into an event.</param>
/// <param name="Topic">The topic's events and aggregates.</param>
internal sealed record NewsOutcome(IReadOnlyList<List<long>> Positions, long Last, IReadOnlyList<string> Reports, TopicReading Topic)
{
    /// <summary>Nothing lost, nothing twice: as in the undisturbed run, and every follower heard every position once and in order.</summary>
    internal void IsAs(NewsOutcome undisturbed)
    {
        IsHeard();
        Assert.Equal(undisturbed.Reports, Reports);
        Assert.Equal(undisturbed.Topic.Events, Topic.Events);
        Assert.Equal(undisturbed.Topic.Counts, Topic.Counts);
        Assert.Equal(undisturbed.Topic.Contacts, Topic.Contacts);
        Assert.Equal(undisturbed.Topic.Claims, Topic.Claims);
        Assert.NotEmpty(Topic.Claims);
    }

    /// <summary>Every follower heard every position once and in order, and every article's reports are resolved.</summary>
    internal void IsHeard()
    {
        Assert.NotEmpty(Reports);
        Assert.All(Positions, heard => Assert.Equal(Enumerable.Range(1, (int)Last).Select(position => (long)position), heard));
    }
}
