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
    public void Extract_AnotherSense_IsNotTold(string text, string kind) => Told.HasNo(text, kind);

    [Fact]
    public void Extract_ThoseKilledInTheAttackThatWasTold_AreOfThatAttack() =>
        Assert.Single(Told.By("Gunmen stormed a hotel in Nairobi on Monday. Four Ugandans were killed in the attack."), report => report.Kind == EventKind.Attack);

    [Fact]
    public void Extract_StrikesOnAGroupAndOnACampInTheCountry_AreOne() =>
        Assert.Single(Told.By("Egypt bombed the Islamic State group in Libya on Monday. Egypt bombed a camp in Libya, officials said."), report => report.Kind == EventKind.Attack);
}
