using Xunit;

namespace Aggregator.Extraction.Frames;

public sealed class DeedsTests
{
    [Theory]
    [InlineData("Turkey imposed sanctions on Syria.", "sanction", "TUR", "SYR", "occurred")]
    [InlineData("Sanctions were imposed on Syria by Turkey.", "sanction", "TUR", "SYR", "occurred")]
    [InlineData("The European Union plans to impose sanctions on Belarus.", "sanction", "IGO:EU", "BLR", "planned")]
    [InlineData("Morocco cut diplomatic ties with Iran.", "sanction", "MAR", "IRN", "occurred")]
    [InlineData("Poland expelled three Russian diplomats.", "sanction", "POL", "RUS", "occurred")]
    [InlineData("The United States suspended aid to Niger.", "sanction", "USA", "NER", "occurred")]
    [InlineData("Syria lifted the curfew.", "concession", "SYR", "", "occurred")]
    [InlineData("Colombia and the rebels agreed to a ceasefire.", "concession", "COL", "", "occurred")]
    [InlineData("Myanmar eased restrictions on travel.", "concession", "MMR", "", "occurred")]
    [InlineData("South Korea and the United States held joint military exercises.", "cooperation", "KOR,USA", "", "occurred")]
    [InlineData("Spain extradited the suspect to Belgium.", "cooperation", "ESP", "BEL", "occurred")]
    [InlineData("Israel shared intelligence with Jordan.", "cooperation", "ISR", "JOR", "occurred")]
    [InlineData("Germany supplied weapons to Ukraine.", "aid", "DEU", "UKR", "occurred")]
    [InlineData("Weapons were supplied to Ukraine by Germany.", "aid", "DEU", "UKR", "occurred")]
    [InlineData("Japan gave Nepal 20 million dollars.", "aid", "JPN", "NPL", "occurred")]
    [InlineData("Ecuador granted asylum to a Venezuelan journalist.", "aid", "ECU", "VEN", "occurred")]
    [InlineData("Ethiopia withdrew its troops from Somalia.", "withdrawal", "ETH", "SOM", "occurred")]
    [InlineData("Hamas released four Thai hostages.", "withdrawal", "NSA:hamas", "THA", "occurred")]
    [InlineData("The Italian prime minister resigned on Monday.", "withdrawal", "ITA", "", "occurred")]
    [InlineData("Russia is withdrawing its forces from Syria.", "withdrawal", "RUS", "SYR", "ongoing")]
    [InlineData("Belgium opened an investigation into Qatar.", "investigation", "BEL", "QAT", "occurred")]
    [InlineData("Kenyan prosecutors are investigating the minister.", "investigation", "KEN", "KEN", "ongoing")]
    [InlineData("Russia deployed troops to Belarus.", "deployment", "RUS", "BLR", "occurred")]
    [InlineData("Iran test-fired a ballistic missile on Sunday.", "deployment", "IRN", "", "occurred")]
    [InlineData("France will send warships to Cyprus.", "deployment", "FRA", "CYP", "planned")]
    [InlineData("China put its forces on high alert.", "deployment", "CHN", "", "occurred")]
    [InlineData("Egyptian police arrested two Sudanese activists.", "coercion", "EGY", "SDN", "occurred")]
    [InlineData("Two Sudanese activists were arrested by Egyptian police.", "coercion", "EGY", "SDN", "occurred")]
    [InlineData("Uganda banned an opposition party.", "coercion", "UGA", "UGA", "occurred")]
    [InlineData("Greece seized an Iranian tanker.", "coercion", "GRC", "IRN", "occurred")]
    [InlineData("The government of Peru declared a state of emergency.", "coercion", "PER", "", "occurred")]
    public void Extract_Sentence_TellsKindPartiesAndStatus(string text, string kind, string actors, string recipients, string status) =>
        Told.Has(text, kind, actors, recipients, status);
}
