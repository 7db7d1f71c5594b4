using Xunit;

namespace Aggregator.Demo;

public sealed class DemoSetTests
{
    private readonly DemoSet _set = DemoSet.Load();

    private IEnumerable<DemoSubmission> Submissions => _set.Steps.OfType<DemoSubmission>();

    [Fact]
    public void Load_EmbeddedSet_HasArticlesFromManyOutlets()
    {
        Assert.True(Submissions.DistinctBy(article => article.ArticleId).Count() >= 80);
        Assert.True(Submissions.DistinctBy(article => article.Outlet).Count() >= 10);
    }

    [Fact]
    public void Load_EmbeddedSet_SpansAMonthInOrder()
    {
        var times = _set.Steps.Select(step => step.PublishedAt).ToList();

        Assert.Equal(times.Order(), times);
        Assert.True(times[^1] - times[0] >= TimeSpan.FromDays(28));
    }

    [Fact]
    public void Load_EmbeddedSet_HasARevision() =>
        Assert.Contains(Submissions.GroupBy(article => article.ArticleId), texts => texts.Count() > 1);

    [Fact]
    public void Load_EmbeddedSet_HasAWithdrawal() =>
        Assert.Contains(_set.Steps, step => step is DemoWithdrawal { Reason: not "" });

    [Fact]
    public void Load_EmbeddedSet_HasWireCopy() => Assert.Contains(
        Submissions.GroupBy(article => article.Text.Split("\n\n")[1]), same => same.Select(a => a.Outlet).Distinct().Count() > 1);

    [Fact]
    public void Load_EmbeddedSet_IsNewsProseOnReservedHosts() => Assert.All(Submissions, article =>
    {
        Assert.EndsWith(".example", article.Url.Host, StringComparison.Ordinal);
        Assert.InRange(article.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 55, 350);
        Assert.NotEmpty(article.Title);
    });

    [Fact]
    public void Load_EmbeddedSet_HasOneOutletAHost() => Assert.All(
        Submissions.GroupBy(article => article.Url.Host), host => Assert.Single(host.Select(a => a.Outlet).Distinct()));

    [Fact]
    public void Load_EmbeddedTopics_HaveSlugsAndQuestions()
    {
        Assert.InRange(_set.Topics.Count, 6, 9);
        Assert.Equal(_set.Topics.Count, _set.Topics.DistinctBy(topic => topic.Id).Count());
        Assert.All(_set.Topics, topic =>
        {
            Assert.Matches("^[a-z0-9-]+$", topic.Id);
            Assert.NotEmpty(topic.Title);
            Assert.NotEmpty(topic.Description);
            Assert.NotEmpty(topic.Question);
        });
    }
}
