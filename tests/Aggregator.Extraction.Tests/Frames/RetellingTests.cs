using Aggregator.Wire;
using Xunit;

namespace Aggregator.Extraction.Frames;

/// <summary>One happening told twice in an article, and two that are told of alike.</summary>
public sealed class RetellingTests
{
    [Theory]
    [InlineData("A gunman shot two officers in Nakuru on Monday. Both officers were gunned down at a market, the mayor said. The woman who had shot the officers fled.", "attack", 1)]
    [InlineData("Kenya is dispatching an aircraft carrier to the gulf. A minister said that Kenya is deploying a strike group and bombers.", "deployment", 1)]
    [InlineData("Farmers protested in Lima on Monday. Hundreds of people chanted slogans outside the ministry.", "protest", 1)]
    [InlineData("Chad reached a deal with Togo on Saturday to return the boat. Togo has secured an understanding that Chad would hand over the vessel.", "pledge", 1)]
    [InlineData("Togo urged Chad to sign. Later Togo asked Chad again.", "appeal", 1)]
    [InlineData("A U.S. airstrike in Somalia targeted a leader of the Al Qaeda-linked Al Shabab. A U.S. drone targeted the Al Shabab leader, an official said.", "attack", 1)]
    [InlineData("The gunman went on a shooting rampage at the dock in Nakuru. Four people were killed in the shooting.", "attack", 1)]
    [InlineData("A suicide blast in Kabul on Thursday killed a Romanian soldier. Two soldiers were killed on Thursday when the car bomb exploded.", "attack", 1)]
    [InlineData("Israel on Sunday launched its second airstrike in Damascus, targeting a shipment of missiles.", "attack", 1)]
    [InlineData("A man shot two guards in Nakuru. The gunman who attacked the clinic fled.", "attack", 1)]
    [InlineData("Two reporters were detained in Togo. Their newspaper was banned in Togo.", "coercion", 2)]
    [InlineData("A driver shot a guard in Nakuru. Police shot and killed the driver.", "attack", 2)]
    [InlineData("Protesters marched in London on Sunday. In Germany, protesters surrounded the embassy in Berlin.", "protest", 2)]
    [InlineData("Chad urged Togo to open the border. It also urged Togo to free the fishermen.", "appeal", 2)]
    [InlineData("Kenya could impose sanctions on Chad. Togo imposed sanctions on Chad in March.", "sanction", 1)]
    public void Extract_SeveralTellings_GiveAsManyReports(string text, string kind, int count) =>
        Assert.Equal(count, Told.By(text).Count(report => WireName.From(report.Kind) == kind));
}
