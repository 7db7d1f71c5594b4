using Xunit;

namespace Aggregator.Extraction.Mentions;

public sealed class MentionReaderTests
{
    [Fact]
    public void Read_TitleAndDemonym_AreOneMentionWithThePerson()
    {
        var read = new Read("On Friday Kenyan President Daniel Otieno flew home.");
        var mention = read.Of("Otieno")!;
        Assert.Equal("Kenyan President Daniel Otieno", read.SpanOf(mention));
        Assert.Equal((MentionKind.Person, "KEN", "GOV", "Daniel Otieno", "president"), (mention.Kind, mention.Code, mention.Role, mention.FullName, mention.Office));
    }

    [Fact]
    public void Read_SurnameAfterFullName_IsTheSamePerson()
    {
        var read = new Read("Daniel Otieno, the Kenyan president, spoke. Later Otieno left.");
        Assert.Equal(read.Of("Daniel Otieno")!.EntityId, read.Of("Later Otieno")!.EntityId);
        Assert.Equal("KEN", read.Of("Later Otieno")!.Code);
    }

    [Fact]
    public void Read_OfficeOfTheCountry_GoesToTheNamedPersonAndState()
    {
        var read = new Read("Peru sent help. The country's foreign minister, Ana Ruiz, said so. She left at noon.");
        Assert.Equal(("PER", "foreign minister"), (read.Of("Ana Ruiz")!.Code, read.Of("Ana Ruiz")!.Office));
        Assert.Equal(read.Of("Ana Ruiz")!.EntityId, read.Of("She")!.EntityId);
    }

    [Fact]
    public void Read_DefinedAcronym_StandsForTheBody()
    {
        var read = new Read("The Lake Basin Development Council (LBDC) met. Delegates of the LBDC agreed.");
        Assert.Equal(("Lake Basin Development Council", MentionKind.Body), (read.Of("LBDC", 2)!.FullName, read.Of("LBDC", 2)!.Kind));
    }

    [Theory]
    [InlineData("Russian troops crossed the river.", "troops", "RUS", "MIL")]
    [InlineData("Turkish police made arrests.", "police", "TUR", "COP")]
    [InlineData("The Peruvian foreign ministry replied.", "ministry", "PER", "GOV")]
    [InlineData("Hamas militants fired rockets.", "militants", "NSA:hamas", "REB")]
    public void Read_NationalityAndForce_GiveCodeAndRole(string text, string words, string code, string role)
    {
        var mention = new Read(text).Of(words)!;
        Assert.Equal((code, role), (mention.Code, mention.Role));
    }

    [Fact]
    public void Read_PersonNamedLikeAState_IsAPerson()
    {
        var read = new Read("Jordan Ellis flew to Jordan.");
        Assert.Equal(MentionKind.Person, read.Of("Ellis")!.Kind);
        Assert.Equal("JOR", read.Of("to Jordan")!.Code);
    }
}
