using Xunit;

namespace Aggregator.Intake;

public sealed class SourceTimingTests : IAsyncLifetime
{
    private PollingSilo _silo = null!;

    public async ValueTask InitializeAsync()
    {
        _silo = await PollingSilo.StartAsync(options => options.IntervalMinMinutes = 0.01);
        _silo.Site.OnText("/f", "<rss><channel><title>H</title><item><guid>1</guid><title>a</title></item></channel></rss>");
    }

    public async ValueTask DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task Poll_WhenDue_IsMadeByItself()
    {
        var first = await PutAsync();
        var later = await _silo.UntilAsync("herald", health => health.LastPollAt > first.LastPollAt);
        Assert.True(later.LastPollAt >= first.NextPollAt);
        Assert.Equal(("ok", 1L), (later.LastOutcome, later.ArticleCount));
    }

    [Fact]
    public async Task Restart_Silo_PollsOnByItselfWithWhatItKnew()
    {
        await PutAsync();
        await _silo.RestartAsync();
        var restarted = DateTimeOffset.UtcNow;
        var after = await _silo.UntilAsync("herald", health => health.LastPollAt > restarted);
        Assert.Equal(("ok", 1L, "H"), (after.LastOutcome, after.ArticleCount, after.FeedTitle));
        Assert.Equal(1, (await _silo.ReadArticleAsync("herald", "1"))!.Revision);
    }

    private Task<SourceHealth> PutAsync() => _silo.PutAsync("herald", "/f", definition => definition with { IntervalMax = TimeSpan.FromSeconds(1) });
}
