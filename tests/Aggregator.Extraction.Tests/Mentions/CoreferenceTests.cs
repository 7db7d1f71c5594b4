using Xunit;

namespace Aggregator.Extraction.Mentions;

public sealed class CoreferenceTests
{
    [Theory]
    [InlineData("Kenyan President Daniel Otieno met Ana Ruiz. She thanked him.", "She", "Ana Ruiz")]
    [InlineData("Kenyan President Daniel Otieno met Ana Ruiz. She thanked him.", "him", "Daniel Otieno")]
    [InlineData("Ana Ruiz, Peru's foreign minister, left. The minister was tired.", "minister was", "Ana Ruiz")]
    [InlineData("Peruvian Foreign Minister Ana Ruiz met Daniel Otieno, the Kenyan president. The Kenyan leader agreed.", "leader", "Daniel Otieno")]
    [InlineData("Former president Luis Prado fled. The former president is old.", "president is", "Luis Prado")]
    public void Read_PointerToAPerson_FindsThem(string text, string words, string name)
    {
        var read = new Read(text);
        var at = words.Split(' ')[0];
        var mention = read.Mentions.All.Last(found => read.SpanOf(found).EndsWith(at, StringComparison.Ordinal));
        Assert.Equal(name, mention.FullName);
    }

    [Theory]
    [InlineData("Kenya sent aid. The country also sent troops.", "The country", "KEN")]
    [InlineData("Kenya sent aid. It said more would come.", "It", "KEN")]
    [InlineData("The African Union met. The bloc agreed.", "The bloc", "IGO:AU")]
    [InlineData("Hamas fired rockets. The militant group was silent.", "militant group", "NSA:hamas")]
    [InlineData("Kenya moved first. Its army followed.", "army", "KEN")]
    [InlineData("Kenyan President Daniel Otieno spoke. His spokesman was silent.", "spokesman", "KEN")]
    public void Read_PointerToAParty_GivesItsCode(string text, string words, string code) => Assert.Equal(code, new Read(text).Of(words)!.Code);

    [Theory]
    [InlineData("Kenya and Uganda signed. Both countries were pleased.", "Both countries")]
    [InlineData("Kenyan President Daniel Otieno met Ugandan President Paul Okello. The two leaders ate.", "The two leaders")]
    [InlineData("Kenyan President Daniel Otieno met Ugandan President Paul Okello. They ate.", "They")]
    public void Read_Pair_HasBothAsMembers(string text, string words)
    {
        var read = new Read(text);
        Assert.Equal(["KEN", "UGA"], read.Of(words)!.Members.Select(id => read.Mentions.Entities[id].Code));
    }

    [Theory]
    [InlineData("Kenyan President Daniel Otieno met Ugandan President Paul Okello. Tanzanian Foreign Minister Grace Mushi joined them. The two presidents ate.", "The two presidents", "KEN,UGA")]
    [InlineData("Kenyan Foreign Minister Daniel Otieno met Ugandan Finance Minister Paul Okello. Tanzanian President Grace Mushi joined them. Both ministers ate.", "Both ministers", "KEN,UGA")]
    [InlineData("Kenyan President Daniel Otieno met Ugandan President Paul Okello. Tanzanian Foreign Minister Grace Mushi joined them. The two leaders ate.", "The two leaders", "UGA,TZA")]
    [InlineData("Kenyan President Daniel Otieno met Ugandan Foreign Minister Paul Okello. The two ministers ate.", "The two ministers", "KEN,UGA")]
    public void Read_PairOfAnOffice_IsOfThoseWhoHoldIt(string text, string words, string codes)
    {
        var read = new Read(text);
        Assert.Equal(codes.Split(','), read.Of(words)!.Members.Select(id => read.Mentions.Entities[id].Code));
    }

    [Theory]
    [InlineData("It is clear that Kenya won. It is late.", "It")]
    [InlineData("Kenya denied it.", "it")]
    public void Read_EmptyOrPlainIt_PointsToNobody(string text, string words) => Assert.Null(new Read(text).Of(words)?.Code);

    [Fact]
    public void Read_Demonym_AndStateAreOneEntity()
    {
        var read = new Read("Kenya won. A Kenyan song rang out. Nairobi said it was glad.");
        Assert.Equal(read.Of("Kenya")!.EntityId, read.Of("Kenyan")!.EntityId);
        Assert.Equal(read.Of("Kenya")!.EntityId, read.Of("Nairobi")!.EntityId);
    }
}
