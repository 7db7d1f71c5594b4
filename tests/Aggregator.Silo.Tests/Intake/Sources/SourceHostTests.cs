using Microsoft.AspNetCore.Http;
using Xunit;

namespace Aggregator.Intake;

public sealed class SourceHostTests
{
    private const string Feed = "<rss><channel><title>H</title><item><guid>1</guid><title>a</title></item></channel></rss>";

    [Fact]
    public async Task Poll_ManySourcesOfOneHost_AskOneAtATime()
    {
        await using var silo = await PollingSilo.StartAsync();
        silo.Site.On("/f", async context =>
        {
            await context.Response.WriteAsync(Feed[..40]);
            await context.Response.Body.FlushAsync();
            await Task.Yield();
            await context.Response.WriteAsync(Feed[40..]);
        });
        var healths = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => silo.PutAsync($"s{number}", "/f")));
        Assert.All(healths, health => Assert.Equal("ok", health.LastOutcome));
        Assert.Equal((20, 1), (silo.Site.Requests.Count, silo.Site.MostAtOnce));
    }

    [Fact]
    public async Task Poll_HostThatHoldsItsAnswer_LetsTheOthersOffAfterTheWait()
    {
        await using var silo = await PollingSilo.StartAsync(options => options.HostWaitSeconds = 0.3);
        var release = new TaskCompletionSource();
        silo.Site.OnText("/f", Feed).On("/slow", async context =>
        {
            await release.Task.WaitAsync(context.RequestAborted);
            await context.Response.WriteAsync(Feed);
        });
        var slow = silo.PutAsync("slow", "/slow");
        await silo.UntilAskedAsync();
        Assert.Equal("host-busy", (await silo.PutAsync("other", "/f")).LastOutcome);
        release.SetResult();
        Assert.Equal("ok", (await slow).LastOutcome);
        Assert.Equal("ok", (await silo.PollAsync("other")).LastOutcome);
    }

    [Fact]
    public async Task Poll_AddressThatIsNotAllowed_IsRefused()
    {
        await using var silo = await PollingSilo.StartAsync(options => options.AllowedNetworks = []);
        silo.Site.OnText("/f", Feed);
        var health = await silo.PutAsync("inner", "/f");
        Assert.Equal("refused-address", health.LastOutcome);
        var named = await silo.PutAsync("named", "/f", definition => definition with { Url = $"http://localhost:{silo.Site.Port}/f" });
        Assert.Equal("refused-address", named.LastOutcome);
        Assert.Empty(silo.Site.Requests);
    }
}
