using Xunit;

namespace Aggregator.Intake;

/// <summary>What a run left behind.</summary>
/// <param name="Positions">What each follower heard, in the order it heard it.</param>
/// <param name="Last">The topic's position.</param>
/// <param name="Reports">The reports of all articles, each resolved into an event. Which of them make one event may depend on the order they came in.</param>
internal sealed record NewsOutcome(IReadOnlyList<List<long>> Positions, long Last, IReadOnlyList<string> Reports)
{
    /// <summary>Nothing lost, nothing twice: as in the undisturbed run, and every follower heard every position once and in order.</summary>
    internal void IsAs(NewsOutcome undisturbed)
    {
        Assert.All(Positions, heard => Assert.Equal(Enumerable.Range(1, (int)Last).Select(position => (long)position), heard));
        Assert.NotEmpty(Reports);
        Assert.Equal(undisturbed.Reports, Reports);
    }
}
