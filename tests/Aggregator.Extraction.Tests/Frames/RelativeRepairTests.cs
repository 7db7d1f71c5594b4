using Xunit;

namespace Aggregator.Extraction.Frames;

/// <summary>Who a relative clause is about, and what is told to hearers.</summary>
public sealed class RelativeRepairTests
{
    [Theory]
    [InlineData("The inspector would not comment on a number given by the bishop, who told local reporters that at least 14 people had drowned.", "bishop", 14)]
    [InlineData("The ministry disputed a count published by the mayor of Kitale, who said that 22 people were killed.", "mayor", 22)]
    [InlineData("Doctors met the governor, who told foreign media that more than 60 people had died.", "governor", 60)]
    [InlineData("The harbour master told relatives that 9 sailors had died.", "harbour master", 9)]
    [InlineData("The list was read by the commissioner, Ana Lopes, who warned residents that 30 people had died.", "Ana Lopes", 30)]
    public void Figure_InARelativeClause_IsWhoseClauseItIs(string text, string claimant, int killed)
    {
        var figure = Assert.Single(Told.By(text), report => report.Casualties is not null).Casualties!;
        Assert.Equal((claimant, (long)killed), (figure.Claimant, figure.Count.Low));
    }
}
