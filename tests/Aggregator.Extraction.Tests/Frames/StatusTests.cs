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
    public void Extract_Sentence_TellsHowFarItCame(string text, string kind, string actors, string recipients, string status) =>
        Told.Has(text, kind, actors, recipients, status);

    [Theory]
    [InlineData("France might deploy troops to Mali.", "deployment")]
    [InlineData("France wants to deploy troops to Mali.", "deployment")]
    public void Extract_MerePossibility_IsNotReported(string text, string kind) => Told.HasNo(text, kind);
}
