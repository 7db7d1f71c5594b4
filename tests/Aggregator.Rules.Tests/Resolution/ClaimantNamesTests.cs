using Aggregator.Aggregates;
using Xunit;

namespace Aggregator.Resolution;

public class ClaimantNamesTests
{
    [Theory]
    [InlineData("Red Cross", "Norwegian Red Cross Society")]
    [InlineData("union", "Dockers' Union of Bergen")]
    [InlineData("the ministry", "Ministry of Health")]
    [InlineData("army", "Kenya's army")]
    [InlineData("Quill", "Ada Quill")]
    [InlineData("The coast guard", "Peruvian coast guard")]
    public void KeyOf_ShortFormOfTheOnlyOneOfThatName_IsTheFullerOnes(string name, string fuller)
    {
        var names = ClaimantNames.Of([name, null, "a survivor", fuller]);
        Assert.Equal(names.KeyOf(fuller), names.KeyOf(name));
        Assert.NotEqual(names.KeyOf(fuller), names.KeyOf("a survivor"));
        Assert.Null(names.KeyOf(null));
    }

    [Theory]
    [InlineData("ministry", "health ministry", "interior ministry")]
    [InlineData("Red Cross", "Norwegian Red Cross", "Danish Red Cross Society")]
    [InlineData("mayor", "deputy mayor", "governor")]
    [InlineData("officials", "health officials", "governor")]
    [InlineData("director", "hospital director", "governor")]
    [InlineData("UN", "UN children's fund", "governor")]
    [InlineData("police", "police union", "governor")]
    public void KeyOf_NameOfTwoOrOfAnother_StaysItsOwn(string name, string fuller, string other)
    {
        var names = ClaimantNames.Of([name, fuller, other]);
        Assert.Equal(3, new[] { name, fuller, other }.Select(names.KeyOf).Distinct().Count());
    }

    [Fact]
    public void Fold_ShortAndFullerName_IsOneClaimantsSeriesAndOneVoiceOfTwo()
    {
        var standing = new[]
        {
            Sample.Delivery(Sample.Figure("r-1", 12, "Red Cross")), Sample.Delivery(Sample.Figure("r-2", 15, "Norwegian Red Cross Society"), "Evening Sample", day: 1),
            Sample.Delivery(Sample.Figure("r-3", 9, "police"), "Third Sample", day: 2),
        };
        var newsEvent = Sample.Event(Extraction.EventKind.Disaster) with { Claims = ClaimFold.Fold(standing) };
        var row = Assert.Single(CasualtyFold.Fold([newsEvent], new CasualtyQuery(), 1).Rows);
        Assert.Equal([("Norwegian Red Cross Society", 2), ("police", 1)], row.Series.Select(series => (series.Claimant!, series.Points.Length)));
        Assert.Equal(new Extraction.CountRange(9, 15), row.Range);
        Assert.Equal(2, CorroborationRule.Of(standing).ClaimantCount);
    }
}
