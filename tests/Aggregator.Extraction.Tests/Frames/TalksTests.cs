using Xunit;

namespace Aggregator.Extraction.Frames;

public sealed class TalksTests
{
    [Theory]
    [InlineData("Kenyan President William Ruto spoke by phone with French President Emmanuel Macron on Tuesday.", "call", "FRA,KEN", "", "occurred")]
    [InlineData("Ankara and Cairo discussed the crisis by telephone.", "call", "EGY,TUR", "", "occurred")]
    [InlineData("Brazilian Foreign Minister Mauro Vieira telephoned his counterpart in Argentina.", "call", "ARG,BRA", "", "occurred")]
    [InlineData("Modi held a phone call with Putin on Friday.", "call", "IND,RUS", "", "occurred")]
    [InlineData("The phone call between Modi and Putin lasted an hour.", "call", "IND,RUS", "", "occurred")]
    [InlineData("Scholz will speak by phone with Zelenskiy on Monday.", "call", "DEU,UKR", "", "planned")]
    [InlineData("Polish President Andrzej Duda met with Lithuanian President Gitanas Nauseda in Vilnius.", "meeting", "LTU,POL", "", "occurred")]
    [InlineData("Chinese and Indian officials held talks in Geneva.", "meeting", "CHN,IND", "", "occurred")]
    [InlineData("Talks between Serbia and Kosovo resumed on Thursday.", "meeting", "SRB,XKX", "", "occurred")]
    [InlineData("The talks between Ethiopia and Egypt were cancelled.", "meeting", "EGY,ETH", "", "cancelled")]
    [InlineData("Japan will host a summit with South Korea in May.", "meeting", "JPN,KOR", "", "planned")]
    [InlineData("The German chancellor visited Turkey last week.", "meeting", "DEU,TUR", "", "occurred")]
    [InlineData("Iran refused to meet with American negotiators.", "rejection", "IRN", "USA", "occurred")]
    [InlineData("Qatar mediated between Chad and the rebels.", "mediation", "QAT", "TCD", "occurred")]
    [InlineData("Norway offered to mediate between Israel and Lebanon.", "pledge", "NOR", "ISR,LBN", "occurred")]
    public void Extract_Sentence_TellsKindPartiesAndStatus(string text, string kind, string actors, string recipients, string status) =>
        Told.Has(text, kind, actors, recipients, status);
}
