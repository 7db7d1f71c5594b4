using Xunit;

namespace Aggregator.Resolution;

public class ClaimantKeyTests
{
    [Theory]
    [InlineData("the navy", "navy")]
    [InlineData("The country's navy", "navy")]
    [InlineData("its health ministry", "health ministry")]
    [InlineData("the Ministry of Health", "health ministry")]
    [InlineData("Department of the Interior", "interior department")]
    [InlineData("the city’s fire department", "fire department")]
    [InlineData("local officials", "officials")]
    [InlineData("Peru's health ministry", "peru's health ministry")]
    [InlineData("The Hague", "hague")]
    [InlineData("local", "local")]
    [InlineData("  a  spokesman", "spokesman")]
    public void Of_NameWithWordsThatOnlyPoint_LeavesThemOut(string claimant, string key) => Assert.Equal(key, ClaimantKey.Of(claimant));

    [Fact]
    public void Of_Nobody_IsNone() => Assert.Null(ClaimantKey.Of(null));

    [Fact]
    public void Fold_OneClaimantUnderTwoNames_IsOneClaimAsFirstTold()
    {
        var claim = Assert.Single(ClaimFold.Fold([Sample.Delivery(Sample.Figure("r-1", 17, "navy")), Sample.Delivery(Sample.Figure("r-2", 17, "the country's navy"), day: 1)]));
        Assert.Equal(("navy", 2), (claim.Figure.Claimant, claim.ReportCount));
    }
}
