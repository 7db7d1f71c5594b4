using System.Collections.Immutable;
using Aggregator.Extraction;
using Aggregator.Intake;
using Xunit;

namespace Aggregator.Resolution;

public class IndependenceTests
{
    private const string Wire =
        "The ferry ran aground on a sandbank outside the harbour before dawn, the coast guard said, and forty passengers were taken off by two fishing "
        + "boats while a tug waited for the tide. Nobody was hurt. The captain told the harbour master that a buoy had drifted in the storm of the night before.";

    private static readonly Outlets Known = new();

    private static ReportDelivery Told(string id, string outlet, string text = "", string? claimant = null)
    {
        var article = new Article { Id = ArticleId.Parse(id), Revision = 1, Outlet = outlet, PublishedAt = Sample.Noon, ReceivedAt = Sample.Noon, Title = "Ferry aground", Text = text };
        var report = Sample.Report($"r-{id}", EventKind.Disaster) with { Article = article.Id, Claimant = claimant };
        return DeliveryRule.Of(article, [(BlockKey.Parse("harm"), report)], [], 1, Known)[0].Delivery;
    }

    [Fact]
    public void VoiceCount_OutletsOfOneFamily_IsOne() =>
        Assert.Equal(1, Independence.VoiceCount([Told("a-1", "Coast Courier"), Told("a-2", "coast-sunday.example")]));

    [Fact]
    public void VoiceCount_OtherOutlets_AreAsMany() => Assert.Equal(2, Independence.VoiceCount([Told("a-1", "Coast Courier"), Told("a-2", "Hill Herald")]));

    [Fact]
    public void VoiceCount_CopiesOfOneText_AreOne() =>
        Assert.Equal(1, Independence.VoiceCount([Told("a-1", "Coast Courier", Wire), Told("a-2", "Hill Herald", Wire + " Ferries run again on Monday.")]));

    [Theory]
    [InlineData("PORT TOWN (GNA) – The ferry ran aground.")]
    [InlineData("PORT TOWN (Coast Courier/GNA) – The ferry ran aground.")]
    [InlineData("By Ada Example, Global News Agency\nThe ferry ran aground.")]
    [InlineData("The ferry ran aground.\n© 2026 The Global News Agency. All rights reserved.")]
    public void VoiceOf_TextThatCreditsAnAgency_IsTheAgencys(string text) => Assert.Equal("gna", Told("a-1", "Hill Herald", text).Voice);

    [Fact]
    public void VoiceOf_AgencyNamedInPassing_StaysTheOutlets() =>
        Assert.Equal("hill herald", Told("a-1", "Hill Herald", "The ferry ran aground. It had carried a GNA reporter the day before.").Voice);

    [Fact]
    public void VoiceOf_ReportAttributedToAnAgency_IsTheAgencys() => Assert.Equal("gna", Told("a-1", "Hill Herald", claimant: "GNA").Voice);

    private sealed class Outlets : IOutletDirectory
    {
        private readonly ImmutableDictionary<string, OutletStanding> _known = ImmutableDictionary.CreateRange(
            StringComparer.OrdinalIgnoreCase,
            new Dictionary<string, OutletStanding>
            {
                ["Coast Courier"] = new("coast", false), ["coast-sunday.example"] = new("coast", false), ["GNA"] = new("gna", true), ["Global News Agency"] = new("gna", true),
            });

        public OutletStanding? Find(string nameOrDomain) => _known.GetValueOrDefault(nameOrDomain);
    }
}
