using Xunit;

namespace Aggregator.Extraction.Mentions;

public sealed class PersonTests
{
    [Theory]
    [InlineData("Kenyan President Daniel Otieno spoke.", "Otieno", "KEN", "GOV", "Daniel Otieno")]
    [InlineData("Kenya's President Daniel Otieno spoke.", "Otieno", "KEN", "GOV", "Daniel Otieno")]
    [InlineData("President Daniel Otieno of Kenya spoke to Luis Prado of Peru.", "Otieno", "KEN", "GOV", "Daniel Otieno")]
    [InlineData("Daniel Otieno, the Kenyan president, spoke.", "Daniel Otieno", "KEN", "GOV", "Daniel Otieno")]
    [InlineData("Daniel Otieno, president of Kenya, spoke.", "Daniel Otieno", "KEN", "GOV", "Daniel Otieno")]
    [InlineData("The Kenyan president, Daniel Otieno, spoke.", "Daniel Otieno", "KEN", "GOV", "Daniel Otieno")]
    [InlineData("Peruvian army chief Gen. Luis Prado spoke.", "Prado", "PER", "MIL", "Luis Prado")]
    [InlineData("The Peruvian opposition leader Luis Prado spoke.", "Prado", "PER", "OPP", "Luis Prado")]
    [InlineData("UN envoy Lena Hart left Damascus.", "Hart", "IGO:UN", "IGO", "Lena Hart")]
    [InlineData("Lena Hart, a spokeswoman for the World Food Programme, agreed.", "Lena Hart", "IGO:UN", "IGO", "Lena Hart")]
    [InlineData("A spokesman for the Turkish army, Emre Kaya, agreed.", "Kaya", "TUR", "MIL", "Emre Kaya")]
    [InlineData("Hamas spokesman Karim Naser denied it.", "Naser", "NSA:hamas", "REB", "Karim Naser")]
    [InlineData("Lagos police chief Musa Bello confirmed it.", "Bello", "NGA", "COP", "Musa Bello")]
    [InlineData("Amina Bello, 34, a Nigerian nurse, was there.", "Amina Bello", "NGA", "HLH", "Amina Bello")]
    public void Read_PersonWithOffice_GivesCodeRoleAndName(string text, string words, string code, string role, string name)
    {
        var mention = new Read(text).Of(words)!;
        Assert.Equal((MentionKind.Person, code, role, name), (mention.Kind, mention.Code, mention.Role, mention.FullName));
    }

    [Theory]
    [InlineData("Presidents Daniel Otieno of Kenya and Luis Prado of Peru spoke.")]
    [InlineData("Foreign ministers Daniel Otieno of Kenya, Luis Prado of Peru and Adama Traore of Mali met.")]
    [InlineData("The two generals, Lena Hart and Omar Sy, saw Prime Ministers Daniel Otieno of Kenya and Luis Prado of Peru.")]
    public void Read_TitleOfSeveral_IsEachOnesWithTheirOwnState(string text)
    {
        var read = new Read(text);
        foreach (var (name, code) in new[] { ("Daniel Otieno", "KEN"), ("Luis Prado", "PER"), ("Adama Traore", "MLI") }.Where(person => text.Contains(person.Item1, StringComparison.Ordinal)))
            Assert.Equal((MentionKind.Person, code, "GOV"), (read.Of(name)!.Kind, read.Of(name)!.Code, read.Of(name)!.Role));
    }

    [Theory]
    [InlineData("2012-06-01", "USA", "secretary of state")]
    [InlineData("2005-06-01", "USA", "secretary of state")]
    public void Read_KnownLeader_HasTheOfficeOfThatDay(string published, string code, string office)
    {
        var mention = new Read("Hillary Clinton spoke.", published).Of("Clinton")!;
        Assert.Equal((code, office), (mention.Code, mention.Office));
    }

    [Fact]
    public void Read_FormerPresident_HasNoRoleInGovernment()
    {
        var mention = new Read("Former Kenyan President Daniel Otieno spoke.").Of("Otieno")!;
        Assert.Equal(("KEN", null, true), (mention.Code, mention.Role, mention.IsFormer));
    }

    [Fact]
    public void Read_SurnameBeforeFullName_IsResolvedToo()
    {
        var read = new Read("The deal pleased Otieno. Kenyan President Daniel Otieno said so.");
        Assert.Equal("Daniel Otieno", read.Of("pleased Otieno")!.FullName);
    }

    [Fact]
    public void Read_RelativeOfALeader_IsAnotherPerson()
    {
        var read = new Read("Sara Macron met Emmanuel Macron.");
        Assert.NotEqual(read.Of("Sara Macron")!.EntityId, read.Of("Emmanuel Macron")!.EntityId);
        Assert.Null(read.Of("Sara Macron")!.Code);
    }

    [Fact]
    public void Read_TwoMiddleNames_AreTwoPeople()
    {
        var read = new Read("John A. Okello met John B. Okello. John Okello was not there.");
        Assert.NotEqual(read.Of("John A. Okello")!.EntityId, read.Of("John B. Okello")!.EntityId);
    }

    [Fact]
    public void Read_NameWithParticlesAndInitial_IsOneName()
    {
        var read = new Read("Minister Omar bin Rashid al-Zubari met Maria J. van der Velde.");
        Assert.Equal("Omar bin Rashid al-Zubari", read.Of("Zubari")!.FullName);
        Assert.Equal("Maria J. van der Velde", read.Of("Velde")!.FullName);
    }

    [Theory]
    [InlineData("He said Major Owen Pike fell.", "Pike", MentionKind.Person)]
    [InlineData("It caused major damage in Nairobi.", "major", null)]
    [InlineData("The general election in Kenya was calm.", "general", null)]
    public void Read_WeakTitle_CountsOnlyBesideAName(string text, string words, MentionKind? kind) =>
        Assert.Equal(kind, new Read(text).Of(words)?.Kind);

    [Fact]
    public void Read_TownThatIsASurnameHere_IsThePerson()
    {
        var read = new Read("Esteban Santiago was seen on Friday. Santiago said nothing. She lives in Santiago.");
        Assert.Equal((MentionKind.Person, "Esteban Santiago"), (read.Of("Santiago", 2)!.Kind, read.Of("Santiago", 2)!.FullName));
        Assert.Equal("CHL", read.Of("Santiago", 3)!.Code);
    }

    [Fact]
    public void Read_SurnameOfALeaderElsewhere_IsWhoWasNamedInFull() =>
        Assert.Null(new Read("Janet Napolitano resigned on Friday. Nobody had asked Napolitano to go.", "2013-07-12").Of("Napolitano", 2)!.Code);
}
