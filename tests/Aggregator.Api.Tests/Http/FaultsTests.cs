using Aggregator.Store;
using Xunit;

namespace Aggregator.Http;

public class FaultsTests
{
    [Fact]
    public void Describe_StoreIsAway_Is503ThatSaysWhyAndWhenToTryAgain()
    {
        var problem = Faults.Describe(new InvalidOperationException("outer", new StoreUnavailableException("The disk is full.")));
        Assert.Equal((ProblemKind.StoreUnavailable, "The disk is full."), (problem.Kind, problem.Detail));
        Assert.NotNull(problem.RetryAfter);
    }

    [Fact]
    public void Describe_GrainDoesNotAnswer_Is503() => Assert.Equal(ProblemKind.Unavailable, Faults.Describe(new TimeoutException()).Kind);

    [Fact]
    public void Describe_StaleActivation_Is503WithATimeToTryAgain()
    {
        var problem = Faults.Describe(new StaleActivationException("Another activation wrote it."));
        Assert.Equal(ProblemKind.Unavailable, problem.Kind);
        Assert.NotNull(problem.RetryAfter);
    }

    [Fact]
    public void Describe_FaultOfOurs_Is500AndSaysNothingOfIt()
    {
        var problem = Faults.Describe(new InvalidOperationException("secret"));
        Assert.Equal(ProblemKind.Fault, problem.Kind);
        Assert.DoesNotContain("secret", problem.Detail);
    }
}
