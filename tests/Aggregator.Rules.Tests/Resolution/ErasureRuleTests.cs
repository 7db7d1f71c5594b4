using Aggregator.Extraction;
using Xunit;

namespace Aggregator.Resolution;

public sealed class ErasureRuleTests
{
    [Fact]
    public void Of_Report_KeepsWhyButNotTheWords()
    {
        var report = Sample.Report("r-1", EventKind.Call, "KEN") with
        {
            Evidence = [new SlotEvidence { Slot = "kind", Rule = "call.verb.phone", Span = new Span(0, 4), Words = "Officials" }],
        };
        var erased = Assert.Single(ErasureRule.Of(report).Evidence);
        Assert.Null(erased.Words);
        Assert.Equal("call.verb.phone", erased.Rule);
    }
}
