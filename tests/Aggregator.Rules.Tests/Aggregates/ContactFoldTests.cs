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
}
