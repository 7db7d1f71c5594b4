using Xunit;

namespace Aggregator.Extraction.Frames;

public sealed class WordsTests
{
    [Theory]
    [InlineData("Egypt urged Sudan to open the crossing.", "appeal", "EGY", "SDN", "occurred")]
    [InlineData("The United Nations called on Mali to release the activists.", "appeal", "IGO:UN", "MLI", "occurred")]
    [InlineData("Sudan was urged by Egypt to open the crossing.", "appeal", "EGY", "SDN", "occurred")]
    [InlineData("Greece asked Turkey to return the sailors.", "appeal", "GRC", "TUR", "occurred")]
    [InlineData("Canada appealed to India for restraint.", "appeal", "CAN", "IND", "occurred")]
    [InlineData("Russia demanded that Ukraine withdraw its forces.", "demand", "RUS", "UKR", "occurred")]
    [InlineData("China ordered Japan to leave the waters.", "demand", "CHN", "JPN", "occurred")]
    [InlineData("The Chinese government said Japan must apologise.", "demand", "CHN", "JPN", "occurred")]
    [InlineData("Norway promised to help Ukraine.", "pledge", "NOR", "UKR", "occurred")]
    [InlineData("Spain agreed to share information with Portugal.", "pledge", "ESP", "PRT", "occurred")]
    [InlineData("Kuwait pledged 50 million dollars to Yemen.", "pledge", "KWT", "YEM", "occurred")]
    [InlineData("Italy praised Tunisia for its reforms.", "support", "ITA", "TUN", "occurred")]
    [InlineData("Tunisia was praised by Italy.", "support", "ITA", "TUN", "occurred")]
    [InlineData("Peru and Chile signed a treaty on fishing.", "support", "CHL,PER", "", "occurred")]
    [InlineData("Finland expressed support for Estonia.", "support", "FIN", "EST", "occurred")]
    [InlineData("Denmark apologised to Greenland.", "support", "DNK", "GRL", "occurred")]
    [InlineData("Germany condemned Russia's attack on the port of Odesa.", "disapproval", "DEU", "RUS", "occurred")]
    [InlineData("Germany accused Russia of spreading lies.", "disapproval", "DEU", "RUS", "occurred")]
    [InlineData("Moscow was accused by London of meddling.", "disapproval", "GBR", "RUS", "occurred")]
    [InlineData("Mexico sued the United States over the wall.", "disapproval", "MEX", "USA", "occurred")]
    [InlineData("Sweden and Norway both criticised Hungary.", "disapproval", "NOR,SWE", "HUN", "occurred")]
    [InlineData("Serbia rejected the proposal of Kosovo.", "rejection", "SRB", "XKX", "occurred")]
    [InlineData("India denied that its troops had crossed the border.", "rejection", "IND", "", "occurred")]
    [InlineData("Russia vetoed the resolution.", "rejection", "RUS", "", "occurred")]
    [InlineData("Turkey refused to extradite the cleric.", "rejection", "TUR", "", "occurred")]
    [InlineData("North Korea threatened to attack South Korea.", "threat", "PRK", "KOR", "occurred")]
    [InlineData("Iran threatened Israel with retaliation.", "threat", "IRN", "ISR", "occurred")]
    [InlineData("Azerbaijan issued an ultimatum to Armenia.", "threat", "AZE", "ARM", "occurred")]
    [InlineData("Sudan will cut ties with Chad unless the raids stop.", "threat", "SDN", "TCD", "occurred")]
    public void Extract_Sentence_TellsKindPartiesAndStatus(string text, string kind, string actors, string recipients, string status) =>
        Told.Has(text, kind, actors, recipients, status);
}
