using Xunit;

namespace Aggregator.Extraction.Frames;

public sealed class StatusTests
{
    [Theory]
    [InlineData("Putin met with Erdogan in Sochi.", "meeting", "RUS,TUR", "", "occurred")]
    [InlineData("Putin will meet with Erdogan in Sochi.", "meeting", "RUS,TUR", "", "planned")]
    [InlineData("Putin plans to meet with Erdogan in Sochi.", "meeting", "RUS,TUR", "", "planned")]
    [InlineData("Putin is expected to meet with Erdogan in Sochi.", "meeting", "RUS,TUR", "", "planned")]
    [InlineData("Putin is meeting with Erdogan in Sochi.", "meeting", "RUS,TUR", "", "ongoing")]
    [InlineData("Putin did not meet with Erdogan in Sochi.", "meeting", "RUS,TUR", "", "denied")]
    [InlineData("Putin never met with Erdogan in Sochi.", "meeting", "RUS,TUR", "", "denied")]
    [InlineData("Israel is bombing Syria.", "attack", "ISR", "SYR", "ongoing")]
    [InlineData("Israel has bombed Syria.", "attack", "ISR", "SYR", "occurred")]
    [InlineData("Israel did not bomb Syria.", "attack", "ISR", "SYR", "denied")]
    [InlineData("France will deploy troops to Mali.", "deployment", "FRA", "MLI", "planned")]
    [InlineData("France decided to deploy troops to Mali.", "deployment", "FRA", "MLI", "planned")]
    [InlineData("The planned talks between Japan and China were welcomed by Kenya.", "meeting", "CHN,JPN", "", "planned")]
    [InlineData("It will be the first summit between Chad and Togo in ten years.", "meeting", "TCD,TGO", "", "planned")]
    [InlineData("The summit between Chad and Togo will be the first in ten years.", "meeting", "TCD,TGO", "", "planned")]
    [InlineData("The palace said she would be the first president of Chad to visit Togo.", "meeting", "TCD,TGO", "", "planned")]
    [InlineData("It was the first summit between Chad and Togo in ten years.", "meeting", "TCD,TGO", "", "occurred")]
    [InlineData("Chad was the first country to bomb Togo.", "attack", "TCD", "TGO", "occurred")]
    [InlineData("The envoy suggested that Chad had bombed Togo.", "attack", "TCD", "TGO", "occurred")]
    public void Extract_Sentence_TellsHowFarItCame(string text, string kind, string actors, string recipients, string status) =>
        Told.Has(text, kind, actors, recipients, status);

    [Theory]
    [InlineData("France might deploy troops to Mali.", "deployment")]
    [InlineData("France wants to deploy troops to Mali.", "deployment")]
    [InlineData("She would be the first queen to visit Togo.", "meeting")]
    [InlineData("It would be the first summit between Chad and Togo.", "meeting")]
    [InlineData("The raid would be the first by Chad on Togo.", "attack")]
    [InlineData("Kenya suggested that Chad and Togo speak by telephone.", "call")]
    [InlineData("Kenya, which proposed that Chad and Togo meet in Nairobi, was pleased.", "meeting")]
    [InlineData("Kenya recommended that sanctions be imposed on Togo.", "sanction")]
    public void Extract_MerePossibility_IsNotReported(string text, string kind) => Told.HasNo(text, kind);
}
