using System.Collections.Immutable;
using Aggregator.Topics;
using Xunit;

namespace Aggregator.Subscriptions;

public class GatheringRuleTests
{
    private static readonly ImmutableArray<FeedEntry> Entries = [Feeds.Sample.Entry(7), Feeds.Sample.Entry(8, EntryChange.Updated), Feeds.Sample.Entry(9, EntryChange.Retracted)];

    [Theory]
    [InlineData("", null, null, false, 0, "7", false)]
    [InlineData("updated,retracted", null, null, false, 0, "8", false)]
    [InlineData("merged", null, null, true, 0, "", false)]
    [InlineData("", 60, null, false, 59, "", true)]
    [InlineData("", 60, null, false, 60, "7 8 9", false)]
    [InlineData("", 60, null, true, 0, "7 8 9", false)]
    [InlineData("", 60, 8, false, 0, "7 8", false)]
    [InlineData("", 60, 6, false, 0, "", true)]
    [InlineData("retracted", 60, null, false, 60, "", true)]
    [InlineData("retracted", 60, null, false, 180, "9", false)]
    public void Next_WhatAWebhookWantsAndGathers_IsToldOnceItIsDue(string changes, int? batchSeconds, int? repeatThrough, bool isFull, int secondsOn, string told, bool waits)
    {
        var webhook = new SubscriptionDefinition
        {
            Id = SubscriptionId.Parse("hook-1"), Protocol = SubscriptionProtocol.Webhook, Topics = [Feeds.Sample.Topic.Id], Url = "https://hooks.example/a", BatchSeconds = batchSeconds,
            Changes = [.. changes.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(name => Enum.Parse<EntryChange>(name, ignoreCase: true))],
        };
        var (entries, due) = GatheringRule.Next(webhook, Entries, repeatThrough, isFull, Entries[0].RecordedAt.AddSeconds(secondsOn));
        Assert.Equal(told, string.Join(' ', entries.Select(entry => entry.Position)));
        var first = Entries.First(entry => webhook.Changes.IsEmpty || webhook.Changes.Contains(entry.Change) || !waits);
        Assert.Equal(waits ? first.RecordedAt.AddSeconds(60) : null, due);
    }
}
