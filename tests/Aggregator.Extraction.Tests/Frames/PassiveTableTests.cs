using Xunit;

namespace Aggregator.Extraction.Frames;

/// <summary>Passives that leave out who did it, weapons that land, and towns that are struck or fall: sentences of our own.</summary>
public sealed class PassiveTableTests
{
    [Theory]
    [InlineData("Charges were dropped on Monday.", "concession", "", "", "occurred")]
    [InlineData("The request was rejected.", "rejection", "", "", "occurred")]
    [InlineData("The bill has been vetoed.", "rejection", "", "", "occurred")]
    [InlineData("The ambassador was recalled on Friday.", "sanction", "", "", "occurred")]
    [InlineData("The minister was sacked.", "withdrawal", "", "", "occurred")]
    [InlineData("Reinforcements were sent to the border.", "deployment", "", "", "occurred")]
    [InlineData("Two Kenyans were accused of spying.", "disapproval", "", "KEN", "occurred")]
    [InlineData("The sanctions on Chad will be lifted on Friday.", "concession", "", "TCD", "planned")]
    [InlineData("Odesa was hit by drones overnight.", "attack", "", "UKR", "occurred")]
    [InlineData("The hospital was hit by a missile.", "attack", "", "", "occurred")]
    [InlineData("Chad struck Lagos on Monday.", "attack", "TCD", "NGA", "occurred")]
    [InlineData("Shells hit Lagos on Monday.", "attack", "", "NGA", "occurred")]
    [InlineData("A missile slammed into an apartment building in Lagos.", "attack", "", "NGA", "occurred")]
    [InlineData("The city of Goma fell to rebels on Monday.", "attack", "", "COD", "occurred")]
    [InlineData("Rebels entered Goma on Monday.", "attack", "", "COD", "occurred")]
    [InlineData("Chad took the step of recalling its ambassador to Togo.", "sanction", "TCD", "TGO", "occurred")]
    [InlineData("Chad blocked the adoption of a Security Council resolution.", "rejection", "TCD", "IGO:UN", "occurred")]
    public void Extract_DeedWithoutADoer_IsTold(string text, string kind, string actors, string recipients, string status) => Told.Has(text, kind, actors, recipients, status);

    [Theory]
    [InlineData("Sanctions are often lifted in the end.", "concession")]
    [InlineData("Nobody knows what comes once sanctions are lifted.", "concession")]
    [InlineData("Hundreds of flights have been cancelled.", "sanction")]
    [InlineData("Provinces hit by Typhoon Anna need food.", "attack")]
    [InlineData("The rocket crashed into the sea.", "attack")]
    public void Extract_HabitOrSideClause_IsNotTold(string text, string kind) => Told.HasNo(text, kind);
}
