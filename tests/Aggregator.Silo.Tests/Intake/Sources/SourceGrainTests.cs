using Microsoft.AspNetCore.Http;
using Xunit;

namespace Aggregator.Intake;

public sealed class SourceGrainTests : IAsyncLifetime
{
    private PollingSilo _silo = null!;

    private LoopbackSite Site => _silo.Site;

    public async ValueTask InitializeAsync() => _silo = await PollingSilo.StartAsync();

    public async ValueTask DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task Put_NewSource_IsPolledAtOnceAndItsItemsBecomeArticles()
    {
        Site.OnText("/f", Rss(("1", "Bridge opens", "<p>The bridge is open.</p>"), ("2", "Vote held", "<p>They voted.</p>")));
        var health = await _silo.PutAsync("herald", "/f");
        Assert.Equal(("ok", 2, 2L, 0, "The Herald"), (health.LastOutcome, health.EntryCount, health.ArticleCount, health.FailureCount, health.FeedTitle));
        Assert.InRange(health.NextPollAt!.Value, health.LastPollAt!.Value.AddMinutes(5), health.LastPollAt.Value.AddHours(6));
        var article = await _silo.ReadArticleAsync("herald", "1");
        Assert.Equal(("Bridge opens", "The bridge is open.", "The Herald", "https://herald.example/1"), (article!.Title, article.Text, article.Outlet, article.Url));
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 8, 30, 0, TimeSpan.Zero), article.PublishedAt);
        Assert.Equal("herald", article.Source?.Value);
    }

    [Fact]
    public async Task Poll_Unchanged_IsAskedConditionallyAndBringsNothing()
    {
        Site.On("/f", context =>
        {
            context.Response.Headers.ETag = "\"v1\"";
            if (context.Request.Headers.IfNoneMatch == "\"v1\"") context.Response.StatusCode = 304;
            return context.Response.StatusCode == 304 ? Task.CompletedTask : context.Response.WriteAsync(Rss(("1", "a", "b")));
        });
        await _silo.PutAsync("herald", "/f");
        var health = await _silo.PollAsync("herald");
        Assert.Equal(("not-modified", 1, 1L), (health.LastOutcome, health.EntryCount, health.ArticleCount));
    }

    [Fact]
    public async Task Poll_ChangedAndNewItems_AreHandedInAndTheOthersAreNot()
    {
        Site.OnText("/f", Rss(("1", "Bridge opens", "x"), ("2", "Vote", "y")));
        await _silo.PutAsync("herald", "/f");
        Site.OnText("/f", Rss(("3", "New", "z"), ("1", "Bridge opens late", "x"), ("2", "Vote", "y")));
        var health = await _silo.PollAsync("herald");
        Assert.Equal((3, 4L), (health.EntryCount, health.ArticleCount));
        Assert.Equal(2, (await _silo.ReadArticleAsync("herald", "1"))!.Revision);
        Assert.Equal(1, (await _silo.ReadArticleAsync("herald", "2"))!.Revision);
        Assert.NotNull(health.EntriesPerDay);
    }

    [Fact]
    public async Task Poll_Failures_BackOffAndOneSuccessForgetsThem()
    {
        Site.OnStatus("/f", 500);
        var first = await _silo.PutAsync("herald", "/f");
        Assert.Equal(("http-500", 1), (first.LastOutcome, first.FailureCount));
        Assert.NotNull(first.LastError);
        SourceHealth failing = first;
        for (var count = 2; count <= 4; count++) failing = await _silo.PollAsync("herald");
        Assert.Equal(4, failing.FailureCount);
        Assert.InRange(failing.NextPollAt!.Value - failing.LastPollAt!.Value, TimeSpan.FromMinutes(40), TimeSpan.FromMinutes(80));
        Site.OnText("/f", Rss(("1", "a", "b")));
        var well = await _silo.PollAsync("herald");
        Assert.Equal(("ok", 0, null), (well.LastOutcome, well.FailureCount, well.LastError));
    }

    [Fact]
    public async Task Poll_HostThatAskedForPatience_IsLeftAlone()
    {
        Site.OnStatus("/f", 429, response => response.Headers.RetryAfter = "7200");
        var health = await _silo.PutAsync("herald", "/f");
        Assert.True(health.NextPollAt >= health.LastPollAt!.Value.AddHours(2));
        await _silo.Source("herald").PollAsync();
        Assert.Single(Site.Requests);
        // And so are the host's other feeds.
        Site.OnText("/other", Rss());
        Assert.Equal("host-busy", (await _silo.PutAsync("other", "/other")).LastOutcome);
        Assert.Single(Site.Requests);
    }

    [Fact]
    public async Task Poll_FeedMovedForGood_IsAskedForAtItsNewHome()
    {
        Site.OnRedirect("/old", 301, "/new").OnText("/new", Rss(("1", "a", "b")));
        await _silo.PutAsync("herald", "/old");
        await _silo.PollAsync("herald");
        Assert.Equal(["/old", "/new", "/new"], Site.Requests.Select(request => request.Path));
        // A new home that turns out wrong is given up.
        Site.OnStatus("/new", 404);
        for (var count = 0; count < 4; count++) await _silo.PollAsync("herald");
        Assert.Equal("/old", Site.Requests.ToArray()[^2].Path);
    }

    [Fact]
    public async Task Poll_FeedGoneForGood_RestsUntilItsOwnerPutsItAgain()
    {
        Site.OnStatus("/f", 410);
        var health = await _silo.PutAsync("herald", "/f");
        Assert.Equal(("http-410", null), (health.LastOutcome, health.NextPollAt));
        Site.OnText("/f", Rss(("1", "a", "b")));
        await _silo.PutAsync("herald", "/f");
        Assert.Equal(1, (await _silo.UntilAsync("herald", now => now.LastOutcome == "ok")).EntryCount);
    }

    [Fact]
    public async Task Poll_WhatIsNoFeed_SaysSo()
    {
        Site.OnText("/f", "<html><head><link rel=alternate type=application/rss+xml href=/rss></head></html>", "text/html");
        var health = await _silo.PutAsync("herald", "/f");
        Assert.Equal("not-a-feed", health.LastOutcome);
        Assert.Contains("/rss", health.LastError);
    }

    [Fact]
    public async Task Poll_SummaryOnly_FetchesThePageWhereWished()
    {
        Site.OnText("/page", PageTextTests.Page(), "text/html; charset=utf-8");
        Site.OnText("/f", $"<rss><channel><title>H</title><item><guid>1</guid><title>Bridge</title><link>{Site.At("/page")}</link><description>Short.</description></item>"
            + $"<item><guid>2</guid><title>Lost</title><link>{Site.At("/lost")}</link><description>Also short.</description></item></channel></rss>");
        await _silo.PutAsync("herald", "/f", definition => definition with { FetchPages = true });
        Assert.StartsWith("The bridge over the river Lom", (await _silo.ReadArticleAsync("herald", "1"))!.Text);
        Assert.Equal("Also short.", (await _silo.ReadArticleAsync("herald", "2"))!.Text);
        await _silo.PutAsync("plain", "/f");
        Assert.Equal("Short.", (await _silo.ReadArticleAsync("plain", "1"))!.Text);
    }

    [Fact]
    public async Task Put_Disabled_IsNotPolled()
    {
        Site.OnText("/f", Rss(("1", "a", "b")));
        var definition = new SourceDefinition { Id = SourceId.Parse("herald"), Url = Site.At("/f").AbsoluteUri, Enabled = false };
        Assert.True(await _silo.Source("herald").PutAsync(definition));
        var status = await _silo.Source("herald").PollAsync();
        Assert.Equal((null, null), (status!.Health.LastPollAt, status.Health.NextPollAt));
        Assert.Empty(Site.Requests);
        Assert.False(await _silo.Source("herald").PutAsync(definition));
    }

    [Fact]
    public async Task Delete_Source_ForgetsItAndKeepsItsArticles()
    {
        Site.OnText("/f", Rss(("1", "a", "b")));
        await _silo.PutAsync("herald", "/f");
        Assert.True(await _silo.Source("herald").DeleteAsync());
        Assert.False(await _silo.Source("herald").DeleteAsync());
        Assert.Null(await _silo.Source("herald").ReadStatusAsync());
        Assert.Null(await _silo.Source("herald").PollAsync());
        Assert.NotNull(await _silo.ReadArticleAsync("herald", "1"));
    }

    [Fact]
    public async Task Put_WrongKeyOrAddress_Throws()
    {
        var definition = new SourceDefinition { Id = SourceId.Parse("herald"), Url = "ftp://herald.example/f" };
        await Assert.ThrowsAsync<ArgumentException>(() => _silo.Source("herald").PutAsync(definition));
        await Assert.ThrowsAsync<ArgumentException>(() => _silo.Source("other").PutAsync(definition with { Url = "https://herald.example/f" }));
    }

    private static string Rss(params (string Id, string Title, string Text)[] items) =>
        "<rss version='2.0'><channel><title>The Herald</title>" + string.Concat(items.Select(item =>
            $"<item><guid isPermaLink='false'>{item.Id}</guid><title>{item.Title}</title><link>https://herald.example/{item.Id}?utm_source=rss</link>"
            + $"<pubDate>Tue, 03 Mar 2026 08:30:00 GMT</pubDate><description><![CDATA[{item.Text}]]></description></item>")) + "</channel></rss>";
}
