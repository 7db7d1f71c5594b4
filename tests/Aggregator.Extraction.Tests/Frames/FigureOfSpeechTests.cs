using Xunit;

namespace Aggregator.Extraction.Frames;

/// <summary>What is not asserted, not chosen or only asked, and words in another sense: sentences of our own.</summary>
public sealed class FigureOfSpeechTests
{
    [Theory]
    [InlineData("The mayor of Lagos thanked the nurse rather than blame the clinic.", "disapproval")]
    [InlineData("Officials in Kenya declined to say how many rebels were captured.", "coercion")]
    [InlineData("Kenyans can't be expected to negotiate with Chad.", "meeting")]
    [InlineData("Kenya's envoy had been put in charge of negotiating with Chad.", "meeting")]
    [InlineData("There is no excuse for Kenya to attack Chad.", "attack")]
    [InlineData("If Kenya could attack Chad, damage a few ports and kill some sailors, it would.", "attack")]
    [InlineData("The mayor of Lagos said the nurse should not have flown.", "appeal")]
    [InlineData("A girl in Kenya said the people must be jumping into nets.", "demand")]
    [InlineData("Police in Kenya are more likely to shoot foreigners.", "attack")]
    [InlineData("Kenya's envoy spoke about stopping arms shipments to Chad.", "sanction")]
    [InlineData("Threatening Chad with force makes sense to Kenya.", "threat")]
    [InlineData("Kenya-backed troops held a parade.", "support")]
    public void Extract_NotAsserted_TellsNoSuchHappening(string text, string kind) => Told.HasNo(text, kind);

    [Theory]
    [InlineData("Kenya succumbed to vanity.", "concession")]
    [InlineData("Officers in Kenya pulled out their guns.", "withdrawal")]
    [InlineData("Kenya withdrew the bill on Monday.", "withdrawal")]
    [InlineData("The mayor of Lagos has been under fire since Monday.", "disaster")]
    [InlineData("The premier's pressure campaign against Chad failed.", "attack")]
    [InlineData("The premier of Chad held a campaign rally in Moundou.", "protest")]
    [InlineData("It begs the question, the envoy of Chad said.", "appeal")]
    [InlineData("The mayor of Lagos said in a release that schools would open.", "withdrawal")]
    [InlineData("The release of the mayor's emails surprised Kenya.", "withdrawal")]
    [InlineData("A pastor in Kenya was praying for a sick aunt.", "appeal")]
    [InlineData("A Kenyan officer recognized the man as Jan Berg.", "support")]
    [InlineData("The mayor of Lagos was standing by his desk.", "support")]
    [InlineData("A hospital in Kenya sent him home.", "coercion")]
    [InlineData("Parents in Kenya were picking up their children.", "coercion")]
    [InlineData("The mayor of Lagos offered remarks about Kenya.", "pledge")]
    [InlineData("Kenya and Chad face common threats.", "threat")]
    [InlineData("Ana Berg was heading to Kenya on holiday.", "meeting")]
    [InlineData("The agency is charged with monitoring Kenya.", "coercion")]
    public void Extract_AnotherSense_TellsNoSuchHappening(string text, string kind) => Told.HasNo(text, kind);
}
