using Xunit;

namespace Aggregator.Extraction.Frames;

/// <summary>What reading plain news taught: sentences of our own.</summary>
public sealed class PlainNewsTests
{
    [Theory]
    [InlineData("The surprise announcement on Friday that Togo would hold talks with Libya was a break.", "meeting", "LBY,TGO", "", "planned")]
    [InlineData("Prime Minister Robert Abela warned Libya not to test his navy.", "threat", "MLT", "LBY", "occurred")]
    [InlineData("President William Ruto fired back on Sunday at Rwandan President Paul Kagame.", "disapproval", "KEN", "RWA", "occurred")]
    [InlineData("A deal was struck early on Sunday between Chad and Libya.", "pledge", "LBY,TCD", "", "occurred")]
    [InlineData("Swedish prosecutors reopened a case against the founder.", "investigation", "SWE", "", "occurred")]
    [InlineData("Kenya said on Monday it had halted economic aid to Malawi.", "sanction", "KEN", "MWI", "occurred")]
    [InlineData("Chad is set to deploy 14 additional interceptors on the coast.", "deployment", "TCD", "", "planned")]
    [InlineData("Kenya disputed Tanzania's claim.", "rejection", "KEN", "TZA", "occurred")]
    [InlineData("The protest, which never took place, was called by a union in Lima.", "protest", "", "PER", "denied")]
    [InlineData("A week after Hurricane Ana battered Haiti, many families lack food.", "disaster", "", "HTI", "occurred")]
    [InlineData("A bus was hit by a bomb in the Kenyan city of Garissa.", "attack", "", "KEN", "occurred")]
    [InlineData("Chinese warships entered Philippine waters on Monday.", "deployment", "CHN", "PHL", "occurred")]
    [InlineData("Russian drones entered Estonian airspace on Tuesday.", "deployment", "RUS", "EST", "occurred")]
    [InlineData("Spain refused a visa to the Cuban minister.", "rejection", "ESP", "CUB", "occurred")]
    [InlineData("Ruto to meet Kagame in Kampala next week", "meeting", "KEN,RWA", "", "planned")]
    [InlineData("Kenya is ready to strike Uganda.", "threat", "KEN", "UGA", "occurred")]
    [InlineData("The army chief, Gen. Jan Berg, was removed from his post in Chad.", "withdrawal", "", "TCD", "occurred")]
    [InlineData("The mayor of Nakuru called out Togolese troops for their slow response.", "disapproval", "KEN", "TGO", "occurred")]
    [InlineData("Protesters in Lima put up barricades.", "protest", "PER", "PER", "occurred")]
    [InlineData("President Ruto ordered airstrikes on Somalia.", "attack", "KEN", "SOM", "occurred")]
    [InlineData("Togo offered help with the investigation.", "cooperation", "TGO", "", "occurred")]
    [InlineData("South Korean officials and experts praised Japan.", "support", "KOR", "JPN", "occurred")]
    [InlineData("Chad's president announced a truce Wednesday with the rebels.", "concession", "TCD", "", "occurred")]
    [InlineData("Chad will return a drone that its navy seized from Togo.", "coercion", "TCD", "TGO", "occurred")]
    [InlineData("Reuters reports hundreds of Kenyan troops began arriving in Somalia.", "deployment", "KEN", "", "occurred")]
    [InlineData("Lomé, Togo — Two rockets struck a Chadian tanker on Friday, the mayor said.", "attack", "", "TCD", "occurred")]
    [InlineData("Togo was among the countries that swiftly condemned Chad.", "disapproval", "TGO", "TCD", "occurred")]
    [InlineData("Senegal is one of the states that condemned the Malian army.", "disapproval", "SEN", "MLI", "occurred")]
    [InlineData("Chad sent tents to people driven from the north of Togo.", "aid", "TCD", "TGO", "occurred")]
    [InlineData("Kenya sent food to families fleeing Somalia.", "aid", "KEN", "SOM", "occurred")]
    [InlineData("Japan, which offered $7 million, and the European Union, which sent tents, were praised.", "pledge", "JPN", "", "occurred")]
    [InlineData("Kenya expelled ten people from Togo, and two ships were turned back.", "coercion", "KEN", "TGO", "occurred")]
    [InlineData("The Kenyan army fired tear gas at people in Mombasa.", "coercion", "KEN", "KEN", "occurred")]
    [InlineData("The parliament of Kenya heard about the Togo investigation.", "investigation", "KEN", "TGO", "occurred")]
    [InlineData("Security was tightened by Kenyan police.", "deployment", "KEN", "", "occurred")]
    [InlineData("A plane of Togo appears to have been hit by a Chadian missile.", "attack", "TCD", "TGO", "occurred")]
    [InlineData("Kenya-backed rebels attacked a town in Ethiopia.", "attack", "", "ETH", "occurred")]
    public void Extract_PlainNews_TellsItsHappening(string text, string kind, string actors, string recipients, string status) => Told.Has(text, kind, actors, recipients, status);

    [Theory]
    [InlineData("A Kenyan army spokesman announced the strikes on state radio.", "protest")]
    [InlineData("Kenyan officials, who were briefed on the matter, spoke to CNN.", "call")]
    [InlineData("Senator Ann Roe campaigned for the White House.", "appeal")]
    [InlineData("Kenya will meet any use of force with a response of its own.", "meeting")]
    [InlineData("Zambian lawmakers rebelled against the budget.", "protest")]
    [InlineData("Two Kenyan pilots were flying a fighter jet.", "deployment")]
    [InlineData("Kenyan special units based in Rwanda like the food.", "deployment")]
    [InlineData("The extra guns are designed to counter attacks from Chad.", "attack")]
    [InlineData("He wrote that his application to join the Nairobi academy was ready.", "appeal")]
    [InlineData("The nominee withdrew his name on Tuesday.", "withdrawal")]
    [InlineData("The Kenyan minister ruled himself out of the race.", "rejection")]
    [InlineData("A Kenyan survivor spoke to investigators.", "call")]
    [InlineData("A Zambian officer spoke to a woman in the park.", "call")]
    [InlineData("Kenya is looking into ways to widen the port.", "investigation")]
    [InlineData("Kenya pulled back from a complete withdrawal.", "withdrawal")]
    [InlineData("Kenya dismissed Uganda's role in the talks.", "withdrawal")]
    [InlineData("Kenyan soldiers would leave Somalia after the Chadian army declares a ceasefire.", "concession")]
    [InlineData("The North Korean missile blew up.", "attack")]
    [InlineData("The entirety of the Chadian threat must be addressed, the Sudanese envoy said.", "demand")]
    [InlineData("A French report says the Islamic State group will gain ground unless it is stopped.", "threat")]
    [InlineData("A strong fence prevents war in Chad.", "attack")]
    [InlineData("The envoy declined to say which of the Arab states had offered troops.", "pledge")]
    [InlineData("The Kenyan minister fainted and hit her head on Monday.", "attack")]
    [InlineData("Two patrol units arrived at the house in Nakuru.", "deployment")]
    [InlineData("The vote is a first electoral test for the Zambian president.", "deployment")]
    [InlineData("President Ruto led a rally in Mombasa for his party.", "protest")]
    [InlineData("Senator Ann Roe threatens to derail the Kenyan vote.", "threat")]
    [InlineData("The Kenyan minister suggested racism.", "appeal")]
    [InlineData("Kenya issued a travel alert for Uganda.", "deployment")]
    [InlineData("The officer of Togo sat down with a newspaper.", "meeting")]
    [InlineData("A hotel in Kigali will no longer host the press center for Kenyan reporters.", "meeting")]
    [InlineData("He was charged in Togo with two counts of firing a weapon.", "deployment")]
    [InlineData("Those who support the coup in Niger stay at home.", "support")]
    [InlineData("Anyone who advises the Kenyan president needs patience.", "appeal")]
    [InlineData("The review did not find that the Kenyan campaign conspired with Togo.", "cooperation")]
    [InlineData("The minister may be signaling that Kenya is determined to talk.", "pledge")]
    [InlineData("The review did not find that the Kenyan party conspired or colluded with Togo.", "cooperation")]
    [InlineData("Kenya does not confirm or deny the report.", "rejection")]
    [InlineData("The Kenyan president defended his handling of the flood.", "support")]
    [InlineData("The minister said that Togo was to blame.", "protest")]
    [InlineData("The Kenyan was treated and released on Monday.", "withdrawal")]
    [InlineData("Eight U.S. troops arrived in the United States on Friday.", "deployment")]
    [InlineData("No Kenyans were injured by the missiles.", "attack")]
    [InlineData("The radar should protect Kenya from an attack.", "attack")]
    [InlineData("The Kenyan appeals court sat on Monday.", "appeal")]
    [InlineData("Terrified Kenyan parents searched for their children.", "investigation")]
    [InlineData("The Kenyan senate approved the measure.", "sanction")]
    [InlineData("The meeting took place on the northern side of the Kenyan border.", "support")]
    [InlineData("The Togolese group called for attacks in America.", "deployment")]
    [InlineData("Kenyan officials said they have to go to jail.", "coercion")]
    [InlineData("Kenyans gathered to mourn the poet.", "protest")]
    [InlineData("Kenyan police had been summoned to the garage.", "demand")]
    [InlineData("The gunman surrendered to police in Nakuru.", "withdrawal")]
    [InlineData("The minister of Kenya agreed with the assertion that prices are high.", "pledge")]
    [InlineData("The Kenyan president said his ministry did not pay the bill.", "threat")]
    [InlineData("New laws against sexual assault in the army are due in Togo.", "crime")]
    [InlineData("Lawmakers in Kenya must debate a ban on guns.", "coercion")]
    public void Extract_AnotherSense_IsNotTold(string text, string kind) => Told.HasNo(text, kind);

    [Theory]
    [InlineData("Takaichi spoke by phone with Karki.", "2026-02-01", "JPN,NPL")]
    [InlineData("Lecornu met Babiš in Prague.", "2026-01-15", "CZE,FRA")]
    public void Extract_ThoseInOfficeOnTheDay_AreOfTheirStates(string text, string published, string actors) =>
        Assert.Contains(Told.By(text, published), report => Told.Codes(report.Actors) == actors);

    [Theory]
    [InlineData("The Gang Suppression Force raided a suburb of Port-au-Prince.", "IGO:gang-suppression-force")]
    [InlineData("The Sudan Shield Forces raided a village near Wad Madani.", "NSA:sudan-shield-forces")]
    public void Extract_BodiesAndGroupsOfTheLastYears_AreKnown(string text, string code) =>
        Assert.Contains(Told.By(text), report => Told.Codes(report.Actors) == code);

    [Fact]
    public void Extract_WarningThatPointsBack_IsTheOneThatWasTold() =>
        Assert.Single(Told.By("Kenya on Sunday sent a strong warning to Somalia about its pirates. The Kenyan minister issued the warning during a stop in Mombasa."), report => report.Kind == EventKind.Threat);

    [Fact]
    public void Extract_ThoseKilledInTheAttackThatWasTold_AreOfThatAttack() =>
        Assert.Single(Told.By("Gunmen stormed a hotel in Nairobi on Monday. Four Ugandans were killed in the attack."), report => report.Kind == EventKind.Attack);

    [Fact]
    public void Extract_StrikesOnAGroupAndOnACampInTheCountry_AreOne() =>
        Assert.Single(Told.By("Egypt bombed the Islamic State group in Libya on Monday. Egypt bombed a camp in Libya, officials said."), report => report.Kind == EventKind.Attack);
}
