using Aggregator.Extraction;
using Xunit;

namespace Aggregator.Aggregates;

public class ContactFoldTests
{
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
