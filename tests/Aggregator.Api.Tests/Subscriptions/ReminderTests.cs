using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Aggregator.Subscriptions;

/// <summary>What wakes a subscription whose silo died.</summary>
public sealed class ReminderTests(SubscriptionServer subscriptions) : IClassFixture<SubscriptionServer>
{
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(1), Seldom = TimeSpan.FromHours(1);

    [Fact]
    public async Task Subscriber_HasAReminderWhileItIsToBeAskedOrTold_AndASeldomOneOnceItEnded()
    {
        var feed = $"{subscriptions.Server.Address}v1/topics/reminded/feed.atom";
        await subscriptions.Server.DefineAsync("reminded", "party:ECU and party:PAN");
        var mayAnswer = new TaskCompletionSource();
        subscriptions.Receiver.On("/reminded", async (context, before) =>
        {
            if (before == 0) await mayAnswer.Task;
            await context.Response.WriteAsync(context.Request.Query["hub.challenge"].ToString());
        });
        var id = await AskAsync("subscribe");
        await subscriptions.Receiver.GotAsync("/reminded", 1);
        Assert.Equal("pending", SubscriptionServer.Standing(await subscriptions.HealthAsync(id)));
        Assert.Equal(Often, await PeriodAsync(id));
        mayAnswer.SetResult();
        await subscriptions.UntilAsync(id, health => SubscriptionServer.Standing(health) == "active");
        Assert.Equal(Often, await PeriodAsync(id));
        await AskAsync("unsubscribe");
        await UntilAsync(id, Seldom);
        Assert.Equal("ended", SubscriptionServer.Standing(await subscriptions.HealthAsync(id)));

        async Task<string> AskAsync(string mode)
        {
            var form = $"hub.mode={mode}&hub.topic={Uri.EscapeDataString(feed)}&hub.callback={Uri.EscapeDataString(subscriptions.Receiver.At("/reminded"))}";
            using var answer = await subscriptions.Server.PostAsync("/v1/hub", form, "application/x-www-form-urlencoded");
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
            return HubEndpoint.IdOf(feed, subscriptions.Receiver.At("/reminded")).Value;
        }
    }

    [Fact]
    public async Task Webhook_Paused_HasNoReminderUntilItIsResumed()
    {
        await subscriptions.Server.DefineAsync("reminded-hook", "party:HND and party:PAN");
        var (id, _) = await subscriptions.SubscribeAsync("reminded-hook", "/reminded-hook");
        await UntilAsync(id, Often);
        await subscriptions.SendAsync(HttpMethod.Patch, $"/v1/subscriptions/{id}", """{"paused":true}""");
        await UntilAsync(id, null);
        await subscriptions.SendAsync(HttpMethod.Patch, $"/v1/subscriptions/{id}", """{"paused":false}""");
        await UntilAsync(id, Often);
        await subscriptions.SendAsync(HttpMethod.Delete, $"/v1/subscriptions/{id}");
        await UntilAsync(id, null);
    }

    private async Task<TimeSpan?> PeriodAsync(string id)
    {
        var grain = subscriptions.Server.Services.GetRequiredService<IGrainFactory>().GetGrain<ISubscriptionGrain>(id);
        return (await subscriptions.Server.Services.GetRequiredService<IReminderTable>().ReadRow(grain.GetGrainId(), "deliver"))?.Period;
    }

    private async Task UntilAsync(string id, TimeSpan? period)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await PeriodAsync(id) != period) await pause.WaitForNextTickAsync(patience.Token);
    }
}
