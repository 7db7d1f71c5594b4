using Xunit;

namespace Aggregator.Extraction.Frames;

public sealed class ViolenceTests
{
    [Theory]
    [InlineData("Russia bombed Ukraine.", "attack", "RUS", "UKR", "occurred")]
    [InlineData("Israeli warplanes struck targets in Syria.", "attack", "ISR", "SYR", "occurred")]
    [InlineData("Hezbollah fired rockets at Israel.", "attack", "NSA:hezbollah", "ISR", "occurred")]
    [InlineData("Kenya was invaded by Somalia.", "attack", "SOM", "KEN", "occurred")]
    [InlineData("Turkish forces clashed with Kurdish fighters.", "attack", "TUR", "", "occurred")]
    [InlineData("The Taliban launched an attack on Afghan police.", "attack", "NSA:taliban", "AFG", "occurred")]
    [InlineData("Afghan police came under attack from the Taliban.", "attack", "NSA:taliban", "AFG", "occurred")]
    [InlineData("Russia's invasion of Ukraine shocked Europe.", "attack", "RUS", "UKR", "occurred")]
    [InlineData("Boko Haram kidnapped 20 Nigerian girls.", "attack", "NSA:boko-haram", "NGA", "occurred")]
    [InlineData("Saudi Arabia and Egypt bombed Yemen.", "attack", "EGY,SAU", "YEM", "occurred")]
    [InlineData("Ethiopia denied that it had bombed Eritrea.", "rejection", "ETH", "ERI", "occurred")]
    [InlineData("Thousands of Thai students protested against the government.", "protest", "THA", "THA", "occurred")]
    [InlineData("French rail workers went on strike.", "protest", "FRA", "FRA", "occurred")]
    [InlineData("Protesters clashed with police in Chile.", "protest", "CHL", "CHL", "occurred")]
    [InlineData("An earthquake struck Nepal.", "disaster", "", "NPL", "occurred")]
    [InlineData("The ferry capsized in Indonesia.", "disaster", "", "IDN", "occurred")]
    [InlineData("Floods hit Bangladesh.", "disaster", "", "BGD", "occurred")]
    [InlineData("Gunmen robbed a bank in Brazil.", "crime", "", "BRA", "occurred")]
    public void Extract_Sentence_TellsKindPartiesAndStatus(string text, string kind, string actors, string recipients, string status) =>
        Told.Has(text, kind, actors, recipients, status);
}
