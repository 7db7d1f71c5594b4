using Xunit;

namespace Aggregator.Extraction.Frames;

public sealed class ConstructionTests
{
    [Theory]
    // Passive with and without an agent.
    [InlineData("Yemen was bombed by Saudi Arabia.", "attack", "SAU", "YEM", "occurred")]
    [InlineData("Yemen was bombed.", "attack", "", "YEM", "occurred")]
    // Relative clauses.
    [InlineData("Saudi Arabia, which bombed Yemen, is a partner of Egypt.", "attack", "SAU", "YEM", "occurred")]
    // Coordination: shared subjects and several parties.
    [InlineData("Turkey condemned Syria and praised Jordan.", "support", "TUR", "JOR", "occurred")]
    [InlineData("France, Italy and Spain condemned Belarus.", "disapproval", "ESP,FRA,ITA", "BLR", "occurred")]
    // Control and raising.
    [InlineData("Turkey plans to visit no one but wants to impose sanctions.", "meeting", "", "", "none")]
    [InlineData("Russia continued to bomb Ukraine.", "attack", "RUS", "UKR", "ongoing")]
    // Light verbs and nouns.
    [InlineData("Russia launched an attack on Ukraine.", "attack", "RUS", "UKR", "occurred")]
    [InlineData("Ukraine came under attack.", "attack", "", "UKR", "occurred")]
    [InlineData("Russia's invasion of Ukraine shocked Europe.", "attack", "RUS", "UKR", "occurred")]
    [InlineData("The US embargo against Cuba was discussed.", "sanction", "USA", "CUB", "occurred")]
    public void Extract_Construction_FindsTheParties(string text, string kind, string actors, string recipients, string status)
    {
        if (status == "none") Told.HasNo(text, kind);
        else Told.Has(text, kind, actors, recipients, status);
    }
}
