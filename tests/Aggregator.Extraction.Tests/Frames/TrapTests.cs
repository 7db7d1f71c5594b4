using Xunit;

namespace Aggregator.Extraction.Frames;

public sealed class TrapTests
{
    [Theory]
    [InlineData("The Kenyan minister suffered a heart attack on Monday.", "attack")]
    [InlineData("Kenya and Uganda struck a deal on water.", "attack")]
    [InlineData("Kenya struck a balance between growth and debt.", "attack")]
    [InlineData("The Brazilian striker hit the target twice in the match.", "protest")]
    [InlineData("Firefighters fought the fire in Greece.", "attack")]
    [InlineData("Forecasters warned of flooding in Peru.", "threat")]
    [InlineData("The results met the demand of Kenyan buyers.", "meeting")]
    [InlineData("Nigeria met the goal it had set.", "meeting")]
    [InlineData("Kenya called the plan a mistake.", "call")]
    [InlineData("Shares in Japan rallied on Friday.", "protest")]
    [InlineData("The Turkish lira crashed on Friday.", "disaster")]
    [InlineData("The bank charges Kenyan clients a fee.", "coercion")]
    [InlineData("Kenya launched a campaign against malaria.", "deployment")]
    [InlineData("The film was shot in Morocco by a French director.", "attack")]
    [InlineData("The coast guard of Peru called off the hunt for the crew on Monday.", "appeal")]
    [InlineData("One does not call the president first, a diplomat of Kenya said.", "call")]
    [InlineData("Families in Kenya met the train at the station.", "meeting")]
    [InlineData("Peru's police minister stood by his account of the raid.", "support")]
    [InlineData("The president of Kenya asked whether the bridge was open.", "appeal")]
    [InlineData("Iceland raised its catch quota on Friday.", "sanction")]
    [InlineData("The minister of Kenya said that rescuers had yet to reach the valley.", "demand")]
    [InlineData("The bishop brought the children down from the hills of Kenya.", "attack")]
    [InlineData("A cyclone in Kenya, which has displaced 3,000 people, is moving north.", "coercion")]
    [InlineData("A Kenyan tug picked up the survivors.", "coercion")]
    [InlineData("Some 4,000 people are displaced in Kenya, the ministry said.", "coercion")]
    public void Extract_Trap_TellsNoSuchHappening(string text, string kind) => Told.HasNo(text, kind);

    [Theory]
    [InlineData("Egypt urged Sudan to withdraw its troops.", "withdrawal")]
    [InlineData("North Korea threatened to attack South Korea.", "attack")]
    [InlineData("Norway promised to provide aid to Yemen.", "aid")]
    [InlineData("Russia demanded that Ukraine release the prisoners.", "withdrawal")]
    public void Extract_ContentOfSpeech_TellsOnlyTheSpeech(string text, string kind) => Told.HasNo(text, kind);
}
