using Xunit;

namespace Aggregator.Extraction.Frames;

/// <summary>Constructions that hide who does what: sentences of our own.</summary>
public sealed class ConstructionTableTests
{
    [Theory]
    // Whose paper it is, does it.
    [InlineData("President Trump signed an executive order imposing sanctions on Venezuela.", "sanction", "USA", "VEN", "occurred")]
    [InlineData("President Trump signed an executive order imposing new sanctions on Venezuela.", "sanction", "USA", "VEN", "occurred")]
    [InlineData("Norway adopted a decree imposing sweeping tariffs on Belarus.", "sanction", "NOR", "BLR", "occurred")]
    [InlineData("The Taliban released a statement on Monday condemning the deal.", "disapproval", "NSA:taliban", "", "occurred")]
    [InlineData("Uganda's parliament passed a bill banning gay groups.", "coercion", "UGA", "", "occurred")]
    [InlineData("Uganda's parliament passed a law banning gay groups.", "coercion", "UGA", "", "occurred")]
    // Who claims it, has done it.
    [InlineData("A Yemeni branch of Al Qaeda claimed responsibility for an attack on a Danish newspaper.", "attack", "NSA:al-qaeda,YEM", "DNK", "occurred")]
    [InlineData("A Yemeni branch of Al Qaeda claimed responsibility for the deadly assault on a Danish newspaper.", "attack", "NSA:al-qaeda,YEM", "DNK", "occurred")]
    [InlineData("The Taliban took responsibility for the brazen raid on a Pakistani school.", "attack", "NSA:taliban", "PAK", "occurred")]
    // The agent of a passive noun.
    [InlineData("The assassination of two Turkish diplomats by Greece was condemned.", "attack", "GRC", "TUR", "occurred")]
    // Own forces, moved by nobody named.
    [InlineData("Indian troops are being rushed to Kashmir.", "deployment", "IND", "", "ongoing")]
    // Where they are, they are from; soldiers may be abroad.
    [InlineData("Prosecutors in Lisbon charged two Brazilians with fraud.", "coercion", "PRT", "BRA", "occurred")]
    [InlineData("Police in Manila took three Koreans into custody.", "coercion", "PHL", "KOR", "occurred")]
    [InlineData("Workers in Belgium downed their tools.", "protest", "BEL", "BEL", "occurred")]
    [InlineData("Rail workers in Belgium downed tools.", "protest", "BEL", "BEL", "occurred")]
    [InlineData("Italian police said two suspects had been arrested.", "coercion", "ITA", "", "occurred")]
    // Courts.
    [InlineData("The European Court of Human Rights ruled against Hungary.", "disapproval", "IGO:COE", "HUN", "occurred")]
    [InlineData("A former minister was found guilty of graft by a court in Dakar.", "disapproval", "SEN", "SEN", "occurred")]
    [InlineData("The former defence minister was found guilty of corruption by a court in Dakar.", "disapproval", "SEN", "SEN", "occurred")]
    [InlineData("Two Serbs were found guilty of espionage by a tribunal in Zagreb.", "disapproval", "HRV", "SRB", "occurred")]
    [InlineData("Authorities in Minsk raided the offices of a newspaper.", "coercion", "BLR", "BLR", "occurred")]
    [InlineData("Eritrea closed its border with Ethiopia.", "coercion", "ERI", "ETH", "occurred")]
    // A particle before the object, a noun taken for a predicate.
    [InlineData("Uganda handed over a rebel commander to Congo.", "cooperation", "UGA", "COD", "occurred")]
    [InlineData("Ecuador forced the UN refugee agency out of the country.", "sanction", "ECU", "IGO:UN", "occurred")]
    [InlineData("North Korea detonated what it said was a hydrogen bomb.", "deployment", "PRK", "", "occurred")]
    [InlineData("Greece called the Turkish pullout a retreat.", "disapproval", "GRC", "TUR", "occurred")]
    [InlineData("The bombing of the Iranian embassy has been blamed on Israel.", "disapproval", "", "ISR", "occurred")]
    [InlineData("Lagos lobbied against the accord.", "disapproval", "NGA", "", "occurred")]
    [InlineData("Thieves made off with jewels from a museum in Denmark.", "crime", "", "DNK", "occurred")]
    [InlineData("Thieves made off with paintings from a museum in Denmark.", "crime", "", "DNK", "occurred")]
    [InlineData("Hackers leaked the emails of Danish lawmakers.", "crime", "", "DNK", "occurred")]
    [InlineData("North Korea warned it would turn Seoul into a sea of fire.", "threat", "PRK", "KOR", "occurred")]
    [InlineData("Colombia and Peru agreed on a ceasefire.", "concession", "COL,PER", "", "occurred")]
    [InlineData("The United Nations urged that Israel lift the blockade.", "appeal", "IGO:UN", "ISR", "occurred")]
    [InlineData("Turkey's shelling of Kurdish villages drew a protest from Iraq.", "disapproval", "IRQ", "TUR", "occurred")]
    [InlineData("Turkey's shelling of Kurdish villages drew protests from Iraq.", "disapproval", "IRQ", "TUR", "occurred")]
    [InlineData("The expulsion of ten Russian diplomats by Poland was announced.", "sanction", "POL", "RUS", "occurred")]
    [InlineData("An Israeli airstrike in Damascus killed two Iranian officers.", "attack", "ISR", "IRN", "occurred")]
    [InlineData("Both Russia and Ukraine accused each other of shelling the plant.", "disapproval", "RUS,UKR", "RUS,UKR", "occurred")]
    [InlineData("The African Union and its partners called on Sudan's generals to step down.", "appeal", "IGO:AU", "SDN", "occurred")]
    [InlineData("Hungary was fined 200 million euros by the EU court.", "coercion", "IGO:EU", "HUN", "occurred")]
    [InlineData("Norway doubled its aid to Chad.", "aid", "NOR", "TCD", "occurred")]
    [InlineData("Sweden halved its aid to Afghanistan.", "sanction", "SWE", "AFG", "occurred")]
    [InlineData("Croatia ratified the accession of Finland to NATO.", "support", "HRV", "FIN", "occurred")]
    [InlineData("The army seized power in Gabon.", "attack", "GAB", "GAB", "occurred")]
    [InlineData("A landmine killed six Cameroonian soldiers.", "attack", "", "CMR", "occurred")]
    // Whom a pronoun means: who acted last, not whom it was done to.
    [InlineData("The German chancellor, Olaf Scholz, phoned Xi Jinping on Friday. He urged the Chinese leader to press Russia.", "appeal", "DEU", "CHN", "occurred")]
    [InlineData("Tokyo has lodged a protest with Beijing. It demanded that Chinese trawlers leave.", "demand", "JPN", "CHN", "occurred")]
    [InlineData("Hamas fired rockets at Israel. The militant group has threatened France.", "threat", "NSA:hamas", "FRA", "occurred")]
    // A set-in sayer, an object read as one more of a list, a bound before a number.
    [InlineData("Erdogan, aides said, asked Merkel to lift the visa rules.", "appeal", "TUR", "DEU", "occurred")]
    [InlineData("Kenyan jets and helicopters bombed camps of the rebels near Goma.", "attack", "KEN", "COD", "occurred")]
    [InlineData("Up to 300 Moldovan farmers marched on Monday in Chisinau, state radio said.", "protest", "MDA", "MDA", "occurred")]
    [InlineData("Blinken spoke by phone on Friday to Qatari Prime Minister Mohammed bin Abdulrahman Al Thani; U.N. Secretary-General Antonio Guterres; and Turkish leaders.", "call", "IGO:UN,QAT,TUR,USA", "", "occurred")]
    // Who is named in apposition; where they are is not whose they are; a treaty is not of its town.
    [InlineData("Macron met on Friday with a critic of the Iran accord, Israeli Prime Minister Benjamin Netanyahu.", "meeting", "FRA,ISR", "", "occurred")]
    [InlineData("The Embassy of Ghana in Rome condemned the killing.", "disapproval", "GHA", "", "occurred")]
    [InlineData("Japan has announced its withdrawal from the Paris climate agreement.", "sanction", "JPN", "", "occurred")]
    [InlineData("The United Nations insisted that Sudan lift the siege.", "demand", "IGO:UN", "SDN", "occurred")]
    [InlineData("Foreign Minister Penny Wong asked Chinese diplomats why the ships had sailed so near.", "appeal", "AUS", "CHN", "occurred")]
    // A day between a verb and its object, a relative clause hung on the verb, people without a noun.
    [InlineData("Iran dismissed on Sunday threats by Israeli Prime Minister Benjamin Netanyahu.", "rejection", "IRN", "ISR", "occurred")]
    [InlineData("Kabila said he was ready to be heard by Belgian judge Jan Roe, who is investigating Congolese generals.", "investigation", "BEL", "COD", "ongoing")]
    [InlineData("At least 170 were arrested in Lima.", "coercion", "PER", "", "occurred")]
    [InlineData("Two blasts hit a market in Lahore.", "attack", "", "PAK", "occurred")]
    [InlineData("The Russian incursion will only bring consequences, Obama said.", "threat", "USA", "RUS", "occurred")]
    // Nouns read as verbs, clauses beside objects, owners of policies, what something is called or said to be.
    [InlineData("The accident is being investigated by mine safety authorities in Peru.", "investigation", "PER", "", "ongoing")]
    [InlineData("Kenya considers the province that it conquered from Somalia its own.", "attack", "KEN", "SOM", "occurred")]
    [InlineData("Malta and Italy have kept a policy of turning away boats.", "coercion", "ITA,MLT", "", "occurred")]
    [InlineData("Senator Marco Rubio called the Turkish pullout a retreat.", "disapproval", "USA", "TUR", "occurred")]
    [InlineData("Kenya said the test by Somalia would represent a violation.", "disapproval", "KEN", "SOM", "occurred")]
    [InlineData("Japan condemned recent launches by North Korea.", "disapproval", "JPN", "PRK", "occurred")]
    [InlineData("South Korea defended U.N. sanctions imposed to discourage Pyongyang from arming.", "sanction", "IGO:UN", "PRK", "occurred")]
    [InlineData("It comes just weeks after Pyongyang fired two ballistic missiles.", "deployment", "PRK", "", "occurred")]
    [InlineData("The plane was built with the help of Brazilian engineers.", "cooperation", "", "BRA", "occurred")]
    [InlineData("A rescue operation is underway in Chile.", "aid", "", "CHL", "ongoing")]
    [InlineData("The end of the Dutch combat mission in 2010 came early.", "withdrawal", "NLD", "", "occurred")]
    [InlineData("Leaders around the world have denounced the attack in Lima.", "disapproval", "", "", "occurred")]
    [InlineData("Police in Lima killed the driver.", "attack", "PER", "", "occurred")]
    // Those at home, those of one's own state, those to whom something is given or complained of.
    [InlineData("Gabon's government lifted the curfew in Libreville.", "concession", "GAB", "GAB", "occurred")]
    [InlineData("Peru complained to the United Nations about two Chilean air raids.", "disapproval", "PER", "CHL", "occurred")]
    [InlineData("Malawi threatened to break off relations with Togo over its ties on the eve of a visit by Gabon.", "threat", "MWI", "TGO", "occurred")]
    [InlineData("The president of Uganda has threatened to ban Ugandan opposition candidates.", "threat", "UGA", "UGA", "occurred")]
    [InlineData("The premier reneged on his commitment to the Zambian people.", "rejection", "ZMB", "ZMB", "occurred")]
    [InlineData("The passport was taken away from her.", "coercion", "", "", "occurred")]
    public void Extract_Construction_FindsWhoDoesWhatToWhom(string text, string kind, string actors, string recipients, string status) =>
        Told.Has(text, kind, actors, recipients, status);

    [Theory]
    [InlineData("Peru planned a number of meetings with Chile.", "meeting", "planned")]
    [InlineData("Turkey was to have hosted a summit with Greece.", "meeting", "planned")]
    [InlineData("Germany is to provide Ukraine with air defence systems.", "pledge", "occurred")]
    [InlineData("Australia suspended its plan to send a frigate to Oman.", "deployment", "postponed")]
    [InlineData("Canada dropped its plan to deploy troops to Mali.", "deployment", "cancelled")]
    [InlineData("Chile cancelled a scheduled visit to Bolivia.", "meeting", "cancelled")]
    [InlineData("Ghana has no plan to deploy troops to Mali.", "deployment", "denied")]
    [InlineData("There is no evidence that Chad attacked Sudan.", "attack", "denied")]
    [InlineData("Neither Peru nor Chile has attacked Kosovo.", "attack", "denied")]
    [InlineData("Morocco not only attacked Algeria but occupied it.", "attack", "occurred")]
    [InlineData("Chad did not withdraw its troops from Mali until Monday.", "withdrawal", "occurred")]
    [InlineData("Kenyan police said they were investigating a Ugandan banker.", "investigation", "ongoing")]
    [InlineData("The Israeli premier is under investigation by police.", "investigation", "ongoing")]
    [InlineData("A Ghanaian banker is being investigated by Kenyan police.", "investigation", "ongoing")]
    [InlineData("Togo began shelling Benin in March.", "attack", "occurred")]
    [InlineData("Togo began bombing Benin in March.", "attack", "occurred")]
    [InlineData("Denmark said it would deploy troops to Ukraine.", "deployment", "planned")]
    [InlineData("The minister said Turkey would open its airspace to Armenia.", "pledge", "occurred")]
    [InlineData("Iran said it would attack Israel if its ships were seized.", "threat", "occurred")]
    [InlineData("Bolivia's government foiled a coup.", "attack", "denied")]
    [InlineData("A Ghanaian banker fled after being arrested by Kenyan police.", "coercion", "occurred")]
    public void Extract_Clause_TellsHowFarItHasCome(string text, string kind, string status) =>
        Assert.Contains(Told.By(text), report => Wire.WireName.From(report.Kind) == kind && Wire.WireName.From(report.Status) == status);

    [Theory]
    [InlineData("Will Kenya bomb Somalia?", "attack")]
    [InlineData("Lawmakers doubted the strategy to bomb Iran.", "attack")]
    [InlineData("Washington failed to stop Iran from building nuclear weapons.", "deployment")]
    [InlineData("Ethiopia almost invaded Eritrea in 1998.", "attack")]
    [InlineData("If Iran attacks Israel, the price of oil will rise.", "attack")]
    [InlineData("The speech advocated the execution of Kenyan judges.", "attack")]
    [InlineData("Diplomacy is the best way to prevent Iran from building a nuclear weapon.", "deployment")]
    [InlineData("It is wrong to accuse Kenya of theft.", "disapproval")]
    [InlineData("The Kenyan senators cannot fire the judge.", "withdrawal")]
    [InlineData("They'd invade Kenya in spring, she feared.", "attack")]
    [InlineData("Rebels might test the new government by seizing a Kenyan ship.", "coercion")]
    [InlineData("A war would follow, killing thousands of Kenyans.", "attack")]
    public void Extract_WhatIsOnlyThoughtOf_TellsNothingThatOccurred(string text, string kind) =>
        Assert.DoesNotContain(Told.By(text), report => Wire.WireName.From(report.Kind) == kind && report.Status is EventStatus.Occurred);

    [Fact]
    public void Extract_VerbAndItsNoun_AreOneHappening() =>
        Assert.Single(Told.By("Turkey hosted a summit with Greece in May."), report => report.Kind == EventKind.Meeting);

    [Fact]
    public void Extract_SameTwoAboutSomethingElse_AreTwoHappenings()
    {
        Assert.Equal(2, Told.By("Kenya urged Somalia to reopen the border. Later, Kenya urged Somalia to release the fishermen.").Count(report => report.Kind == EventKind.Appeal));
        Assert.Single(Told.By("Kenya urged Somalia to reopen the border. The border should reopen soon, said Kenya, which urged Somalia to reopen it."), report => report.Kind == EventKind.Appeal);
    }

    [Fact]
    public void Extract_TalksWithOthersOfTheSameStates_AreTwoHappenings() =>
        Assert.Equal(2, Told.By("Norwegian Prime Minister Jonas Gahr Store met Kenyan President William Ruto in Oslo. The Norwegian premier later met Kenyan governor Jane Roe.").Count(report => report.Kind == EventKind.Meeting));

    [Fact]
    public void Extract_TwoVerbsForOneDeed_AreOneHappening() =>
        Assert.Single(Told.By("The Kenyan minister was ambushed and killed by an unknown gunman."), report => report.Kind == EventKind.Attack);

    [Fact]
    public void Extract_KillingAndInjuringByOne_AreOneHappening() =>
        Assert.Single(Told.By("Taliban gunmen killed three people and injured nine others in Kabul."), report => report.Kind == EventKind.Attack);
}
