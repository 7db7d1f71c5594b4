using Aggregator.Wire;
using Xunit;

namespace Aggregator.Extraction.Frames;

public sealed class KindTests
{
    [Theory]
    [InlineData("Kenyan President William Ruto spoke by phone with French President Emmanuel Macron on Tuesday.", "call", "FRA,KEN", "")]
    [InlineData("Germany condemned Russia's attack on the port of Odesa.", "disapproval", "DEU", "RUS")]
    [InlineData("Turkey imposed sanctions on Syria.", "sanction", "TUR", "SYR")]
    [InlineData("Sanctions were imposed on Syria by Turkey.", "sanction", "TUR", "SYR")]
    [InlineData("Egypt urged Sudan to open the crossing.", "appeal", "EGY", "SDN")]
    public void Extract_Sentence_TellsKindAndParties(string text, string kind, string actors, string recipients)
    {
        var report = Assert.Single(Told.By(text), report => WireName.From(report.Kind) == kind);
        Assert.Equal(actors, Told.Codes(report.Actors));
        Assert.Equal(recipients, Told.Codes(report.Recipients));
        Assert.Equal(EventStatus.Occurred, report.Status);
    }
}
