using Aggregator.Extraction;
using Aggregator.Resolution;
using Xunit;

namespace Aggregator.Aggregates;

public class ContactFoldTests
{
    [Fact]
    public void Fold_GroupAndWeight_LeaveOutOthers()
    {
        NewsEvent[] events =
        [
            Sample.Event(EventKind.Call, "e-1", 1, "KEN", "NOR"), Sample.Event(EventKind.Call, "e-2", 1, "KEN", "NOR"), Sample.Event(EventKind.Meeting, "e-3", 1, "KEN", "PER"),
            Sample.Event(EventKind.Threat, "e-4", 1, "KEN") with { Recipients = Sample.Parties("PER") },
        ];
        Assert.Equal(["call", "meeting"], Kinds(new ContactQuery { Group = ContactGroup.Talks }));
        Assert.Equal(["threat"], Kinds(new ContactQuery { Group = ContactGroup.Threats }));
        Assert.Equal(["call"], Kinds(new ContactQuery { WeightMin = 2 }));
        Assert.Empty(Kinds(new ContactQuery { Group = ContactGroup.Visits }));
        var month = Assert.Single(ContactFold.Fold(events, new ContactQuery(), 1).Edges[0].Months);
        Assert.Equal((new DateOnly(2026, 9, 1), 2), (month.Start, month.Count));
        IEnumerable<string> Kinds(ContactQuery query) => ContactFold.Fold(events, query, 1).Edges.Select(edge => Wire.WireName.From(edge.Kind)).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Fold_CallOfThree_DrawsEachPairOnce()
    {
        var contacts = ContactFold.Fold([Sample.Event(actors: ["NOR", "KEN", "PER"])], new ContactQuery(), 1);
        Assert.Equal(["KEN-NOR", "KEN-PER", "NOR-PER"], contacts.Edges.Select(edge => $"{edge.From}-{edge.To}").Order(StringComparer.Ordinal));
        Assert.All(contacts.Edges, edge => Assert.True(edge.Symmetric));
    }

    [Fact]
    public void Fold_Appeal_PointsFromActorToRecipient()
    {
        var appeal = Sample.Event(EventKind.Appeal, actors: ["KEN"]) with { Recipients = Sample.Parties("NOR", "KEN") };
        var edge = Assert.Single(ContactFold.Fold([appeal], new ContactQuery(), 1).Edges);
        Assert.Equal(("KEN", "NOR", false), (edge.From.Value, edge.To.Value, edge.Symmetric));
    }

    [Theory]
    [InlineData(EventStatus.Denied)]
    [InlineData(EventStatus.Cancelled)]
    [InlineData(EventStatus.Hypothetical)]
    public void Fold_WhatDidNotHappen_MakesNoContact(EventStatus status) =>
        Assert.Empty(ContactFold.Fold([Sample.Event(actors: ["KEN", "NOR"]) with { Status = status }], new ContactQuery(), 1).Edges);

    [Fact]
    public void Fold_CallsOfSeveralStatuses_CountsThoseHeldAndTellsTheOthersApart()
    {
        NewsEvent Call(int number, EventStatus status, int day) => Sample.Event(EventKind.Call, $"e-{number}", 1, "KEN", "NOR") with { Status = status, OccurredOn = new OccurredOn(new DateOnly(2026, 8 + number % 2, day)) };
        NewsEvent[] events =
        [
            Call(1, EventStatus.Occurred, 3), Call(2, EventStatus.Ongoing, 4), Call(3, EventStatus.Planned, 20), Call(4, EventStatus.Postponed, 21), Call(5, EventStatus.Denied, 9),
            Call(6, EventStatus.Cancelled, 9), Call(7, EventStatus.Hypothetical, 9),
        ];
        var edge = Assert.Single(ContactFold.Fold(events, new ContactQuery(), 1).Edges);
        Assert.Equal((2, new DateOnly(2026, 9, 3)), (edge.Count, edge.Latest));
        Assert.Equal([(8, 1), (9, 1)], edge.Months.Select(month => (month.Start.Month, month.Count)));
        Assert.Equal(
            [EventStatus.Occurred, EventStatus.Planned, EventStatus.Ongoing, EventStatus.Denied, EventStatus.Cancelled, EventStatus.Postponed],
            edge.Statuses.Select(status => status.Status));
        Assert.All(edge.Statuses, status => Assert.Equal(1, status.Count));
        Assert.Single(ContactFold.Fold(events, new ContactQuery { WeightMin = 4 }, 1).Edges);
        Assert.Empty(ContactFold.Fold(events, new ContactQuery { WeightMin = 5 }, 1).Edges);
        var planned = Assert.Single(ContactFold.Fold([events[2]], new ContactQuery(), 1).Edges);
        Assert.Equal((0, null, 0), (planned.Count, planned.Latest, planned.Months.Length));
    }

    [Theory]
    [InlineData("visit", "KEN", "NOR>KEN,PER>KEN")]
    [InlineData("host", "PER", "KEN>PER,NOR>PER")]
    [InlineData("visit", "CHL", "KEN>CHL,NOR>CHL,PER>CHL")]
    [InlineData("visit", null, "KEN-NOR,KEN-PER,NOR-PER")]
    [InlineData(null, "KEN", "KEN-NOR,KEN-PER,NOR-PER")]
    public void Fold_Visit_PointsFromTheVisitorToWhoseHomeItWas(string? mode, string? home, string expected)
    {
        var met = Sample.Event(EventKind.Meeting, "e-1", 1, "KEN", "NOR", "PER") with
        {
            Mode = mode,
            Place = home is null ? null : new Place { Name = "The capital", Country = PartyCode.Parse(home) },
        };
        var edges = ContactFold.Fold([met], new ContactQuery(), 1).Edges;
        Assert.Equal(expected, string.Join(',', edges.Select(edge => $"{edge.From}{(edge.Symmetric ? '-' : '>')}{edge.To}").Order(StringComparer.Ordinal)));
    }
}
