using Aggregator.Store;
using Aggregator.Topics;
using Xunit;

namespace Aggregator.Subscriptions;

public class SubscriptionPlacesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 9, 14, 12, 0, 0, TimeSpan.Zero);
    private static readonly SubscriptionOptions Bounds = new() { CountMax = 2, HubCountMax = 4, HubCallbackHostCountMax = 2, HubPendingCountMax = 3 };

    private readonly SubscriptionPlaces _places = new();

    [Fact]
    public void Take_FullHub_LeavesWebhooksAlone()
    {
        for (var number = 1; number <= 4; number++) _places.Add(Stored($"websub-{number}", SubscriptionStanding.Active, $"{number}.example"));
        Assert.Equal(SubscriptionRefusal.HubFull, Subscribe("websub-5", "5.example"));
        Assert.Null(Hook("hook-1"));
        Assert.Null(Hook("hook-2"));
        Assert.Equal(SubscriptionRefusal.TooMany, Hook("hook-3"));
    }

    [Fact]
    public void Take_HostThatHasItsPlaces_IsRefusedAndOthersAreNot()
    {
        _places.Add(Stored("websub-1", SubscriptionStanding.Active, "one.example"));
        Assert.Null(Subscribe("websub-2", "one.example"));
        Assert.Equal(SubscriptionRefusal.HubHostFull, Subscribe("websub-3", "one.example"));
        Assert.Null(Subscribe("websub-3", "two.example"));
        // What it has already is its own.
        Assert.Null(Subscribe("websub-2", "one.example"));
    }

    [Fact]
    public void Take_ManyThatDidNotConfirm_HaveASmallBoundOfTheirOwn()
    {
        _places.Add(Stored("websub-1", SubscriptionStanding.Pending, "1.example"));
        _places.Add(Stored("websub-2", SubscriptionStanding.Ended, "2.example", """{"request":{"subscribes":true,"leaseSeconds":300,"nextAt":"2026-09-14T12:00:00Z","failureCount":0}}"""));
        Assert.Null(Subscribe("websub-3", "3.example"));
        Assert.Equal(SubscriptionRefusal.HubBusy, Subscribe("websub-4", "4.example"));
    }

    [Fact]
    public void Take_Ended_CountsForNothingAndTheOldestIsForgotten()
    {
        for (var number = 1; number <= 6; number++) _places.Add(Stored($"websub-{number}", SubscriptionStanding.Ended, "one.example", endedAt: Noon.AddHours(-number)));
        Assert.Null(Subscribe("websub-7", "one.example"));
        Assert.Equal(["websub-6", "websub-5"], _places.EndedBeyond(4).Select(id => id.Value));
        Assert.Empty(_places.EndedBeyond(6));
    }

    [Fact]
    public void Keep_TakenAMomentAgo_StaysUntilTheStoreMustHaveIt()
    {
        Assert.Null(Subscribe("websub-1", "one.example"));
        var (soon, late) = (new SubscriptionPlaces(), new SubscriptionPlaces());
        soon.Keep(_places, Noon.AddSeconds(-1));
        late.Keep(_places, Noon);
        var one = new SubscriptionOptions { HubCountMax = 1 };
        Assert.Equal(SubscriptionRefusal.HubFull, soon.Take(SubscriptionId.Parse("websub-2"), SubscriptionProtocol.Websub, "two.example", one, Noon));
        Assert.Null(late.Take(SubscriptionId.Parse("websub-2"), SubscriptionProtocol.Websub, "two.example", one, Noon));
    }

    private SubscriptionRefusal? Subscribe(string id, string host) => _places.Take(SubscriptionId.Parse(id), SubscriptionProtocol.Websub, host, Bounds, Noon);

    private SubscriptionRefusal? Hook(string id) => _places.Take(SubscriptionId.Parse(id), SubscriptionProtocol.Webhook, "hooks.example", Bounds, Noon);

    private static StoredSubscription Stored(string id, SubscriptionStanding standing, string host, string memory = "{}", DateTimeOffset? endedAt = null) => new(
        new SubscriptionDefinition { Id = SubscriptionId.Parse(id), Protocol = SubscriptionProtocol.Websub, Topics = [TopicId.Parse("talks")], Url = $"https://{host}/push" },
        new SubscriptionHealth { Standing = standing, Positions = [], EndedAt = endedAt }, memory, 1);
}
