using Xunit;

namespace Aggregator.Extraction.Mentions;

public sealed class PartyTests
{
    [Theory]
    [InlineData("Nairobi said it would answer.", "Nairobi", MentionKind.Government, "KEN")]
    [InlineData("Talks between Nairobi and Kampala failed.", "Kampala", MentionKind.Government, "UGA")]
    [InlineData("They met in Nairobi on Monday.", "Nairobi", MentionKind.Place, "KEN")]
    [InlineData("NAIROBI, Kenya — Rain fell.", "NAIROBI", MentionKind.Place, "KEN")]
    [InlineData("The Kremlin was silent.", "Kremlin", MentionKind.Government, "RUS")]
    [InlineData("The French were silent.", "French", MentionKind.People, "FRA")]
    [InlineData("Germans were silent.", "Germans", MentionKind.People, "DEU")]
    [InlineData("A French recipe was served.", "French", MentionKind.Demonym, "FRA")]
    [InlineData("The US was silent.", "US", MentionKind.Country, "USA")]
    [InlineData("The EU was silent.", "EU", MentionKind.Body, "IGO:EU")]
    [InlineData("ISIS was silent.", "ISIS", MentionKind.ArmedGroup, "NSA:islamic-state")]
    [InlineData("The Kenyan Ministry of Rivers was silent.", "Rivers", MentionKind.Body, "KEN")]
    [InlineData("The Bank of Ghana was silent.", "Ghana", MentionKind.Body, "GHA")]
    public void Read_Name_GivesKindAndCode(string text, string words, MentionKind kind, string code)
    {
        var mention = new Read(text).Of(words)!;
        Assert.Equal((kind, code), (mention.Kind, mention.Code));
    }

    [Theory]
    [InlineData("It told us the news.", "us")]
    [InlineData("They ate turkey in May.", "turkey")]
    [InlineData("Nobody knows who did it.", "who")]
    public void Read_OrdinaryWord_IsNoMention(string text, string words) => Assert.Null(new Read(text).Of(words));

    [Theory]
    [InlineData("Kenya's parliament voted.", "parliament", "KEN", "LEG")]
    [InlineData("The Kenyan air force flew.", "force", "KEN", "MIL")]
    [InlineData("Kenyan riot police came.", "police", "KEN", "COP")]
    [InlineData("Nairobi police came.", "police", "KEN", "COP")]
    [InlineData("The government of Kenya agreed.", "government", "KEN", "GOV")]
    [InlineData("Taliban fighters came.", "fighters", "NSA:taliban", "REB")]
    [InlineData("Kenyan farmers' protesters and Ugandan villagers came.", "villagers", "UGA", "CVL")]
    [InlineData("Kenyan warplanes came.", "warplanes", "KEN", "MIL")]
    public void Read_Force_GivesCodeAndRole(string text, string words, string code, string role)
    {
        var mention = new Read(text).Of(words)!;
        Assert.Equal((MentionKind.Force, code, role), (mention.Kind, mention.Code, mention.Role));
    }

    [Fact]
    public void Read_CauseOfProtesters_IsNotTheirState()
    {
        var read = new Read("Pro-Kenyan protesters marched.");
        Assert.Null(read.Of("Kenyan")?.Code);
        Assert.Null(read.Of("protesters")?.Code);
    }

    [Fact]
    public void Read_BackedForces_AreNotTheBackers()
    {
        var read = new Read("In Mali, Kenyan-backed militias attacked.");
        Assert.NotEqual("KEN", read.Of("militias")?.Code);
    }

    [Fact]
    public void Read_PoliceWithoutNation_BelongWhereTheSceneIs()
    {
        var read = new Read("A man died in Nairobi. A Ugandan envoy said police had come.");
        var mention = read.Of("police")!;
        Assert.Equal(("KEN", true), (mention.Code, mention.IsInferred));
    }

    [Fact]
    public void Read_LeadersOfSeveralStates_HaveMembersAndNoCode()
    {
        var read = new Read("The leaders of Kenya, Uganda and the African Union met.");
        var mention = read.Of("leaders")!;
        Assert.Null(mention.Code);
        Assert.Equal(["KEN", "UGA", "IGO:AU"], mention.Members.Select(id => read.Mentions.Entities[id].Code));
    }
}
