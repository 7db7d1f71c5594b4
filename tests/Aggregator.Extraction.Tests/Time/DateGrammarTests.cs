using Aggregator.Extraction.Figures;
using Aggregator.Extraction.Reading;
using Xunit;

namespace Aggregator.Extraction.Time;

public sealed class DateGrammarTests
{
    /// <summary>A Wednesday.</summary>
    private static readonly DateOnly s_published = new(2019, 5, 15);

    private static string Describe(string text)
    {
        using var read = new Reader().Read(text);
        var found = new List<string>();
        for (var i = 0; i < read.Count; i++)
        {
            using var atoms = Atoms.Of(read[i]);
            found.AddRange(DateGrammar.Read(atoms, s_published).Select(d => $"{d.When} {d.Shape}"));
        }
        return string.Join("; ", found);
    }

    [Theory]
    [InlineData("It sank on Monday", "2019-05-13 Point")]
    [InlineData("Ships sank in the first six months of 2018", "2018-01-01/2018-06-30 Period")]
    [InlineData("Ships sank in the second half of last year", "2018-07-01/2018-12-31 Period")]
    [InlineData("Ships sank in the first quarter of this year", "2019-01-01/2019-03-31 Period")]
    [InlineData("Ships sank in the third quarter of 2018", "2018-07-01/2018-09-30 Period")]
    [InlineData("Ships sank in the last two months of 2018", "2018-11-01/2018-12-31 Period")]
    [InlineData("Fourth quarter of 2018 was the worst", "2018-10-01/2018-12-31 Period")]
    [InlineData("The closing two months of 2018 were calm", "2018-11-01/2018-12-31 Period")]
    [InlineData("It sank in the second half", "")]
    [InlineData("It sank on Wednesday", "2019-05-15 Point")]
    [InlineData("It sank late Thursday", "2019-05-09 Point")]
    [InlineData("They spoke by phone on Monday", "2019-05-13 Point")]
    [InlineData("It must be repaired by Monday", "2019-05-20 Point")]
    [InlineData("It sank last Wednesday", "2019-05-08 Point")]
    [InlineData("It sank Tuesday night", "2019-05-14 Point")]
    [InlineData("They will sail on Friday", "2019-05-17 Point")]
    [InlineData("They sail next Monday", "2019-05-20 Point")]
    [InlineData("He said on Friday that they will sail", "2019-05-10 Point")]
    [InlineData("It sank yesterday", "2019-05-14 Point")]
    [InlineData("It sank today", "2019-05-15 Point")]
    [InlineData("They sail tomorrow", "2019-05-16 Point")]
    [InlineData("It sank last night", "2019-05-14 Point")]
    [InlineData("It sank this morning", "2019-05-15 Point")]
    [InlineData("It sank overnight", "2019-05-14/2019-05-15 Point")]
    [InlineData("It sank on 3 March", "2019-03-03 Point")]
    [InlineData("It sank on 3 December", "2018-12-03 Point")]
    [InlineData("It sank on the 3rd of March", "2019-03-03 Point")]
    [InlineData("It sank on March 3, 2017 off the coast", "2017-03-03 Point")]
    [InlineData("It sank on 3 March 2017", "2017-03-03 Point")]
    [InlineData("It sank on Friday, March 3, 2017", "2017-03-03 Point")]
    [InlineData("It sank on 2017-03-03", "2017-03-03 Point")]
    [InlineData("They will sail on 3 March", "2020-03-03 Point")]
    [InlineData("It sank in February", "2019-02 Point")]
    [InlineData("It sank in October", "2018-10 Point")]
    [InlineData("It sank in October 2016", "2016-10 Point")]
    [InlineData("It sank in May", "2019-05 Point")]
    [InlineData("It sank in early February", "2019-02 Point")]
    [InlineData("It sank in October last year", "2018-10 Point")]
    [InlineData("They will sail in February", "2020-02 Point")]
    [InlineData("It sank last week", "2019-05-06/2019-05-12 Point")]
    [InlineData("It sank this week", "2019-05-13/2019-05-19 Point")]
    [InlineData("It sank last month", "2019-04 Point")]
    [InlineData("It sank earlier this month", "2019-05 Point")]
    [InlineData("It sank last year", "2018 Point")]
    [InlineData("It sank this year", "2019 Point")]
    [InlineData("They sail next year", "2020 Point")]
    [InlineData("It sank last weekend", "2019-05-11/2019-05-12 Point")]
    [InlineData("It sank three days ago", "2019-05-12 Point")]
    [InlineData("It sank a week ago", "2019-05-05/2019-05-11 Point")]
    [InlineData("It sank two months ago", "2019-03 Point")]
    [InlineData("It sank five years ago", "2014 Point")]
    [InlineData("It sank in 2014", "2014 Point")]
    [InlineData("It has leaked since 2014", "2014-01-01/2019-05-15 Since")]
    [InlineData("It has leaked since last March", "2019-03-01/2019-05-15 Since")]
    [InlineData("It has leaked since the start of 2018", "2018-01-01/2019-05-15 Since")]
    [InlineData("so far this year", "2019-01-01/2019-05-15 Since")]
    [InlineData("from September to November last year", "2018-09-01/2018-11-30 Period")]
    [InlineData("from January to March", "2019-01-01/2019-03-31 Period")]
    [InlineData("between March 3 and March 9", "2019-03-03/2019-03-09 Period")]
    [InlineData("from 2014 to 2018", "2014-01-01/2018-12-31 Period")]
    [InlineData("the war of 2014-2018", "2014-01-01/2018-12-31 Period")]
    [InlineData("over nearly three years", "2016-05-15/2019-05-15 Duration")]
    [InlineData("in the past 24 hours", "2019-05-14/2019-05-15 Duration")]
    [InlineData("over the last two weeks", "2019-05-01/2019-05-15 Duration")]
    [InlineData("in the past year", "2018-05-15/2019-05-15 Duration")]
    [InlineData("in recent weeks", "2019-04-17/2019-05-15 Period")]
    public void Read_DatesAndPeriods_AreResolvedAgainstPublication(string text, string expected) => Assert.Equal(expected, Describe(text));

    [Theory]
    [InlineData("They may sail")]
    [InlineData("Theresa May said so")]
    [InlineData("They march on")]
    [InlineData("12 sailors came")]
    [InlineData("2000 sailors came")]
    [InlineData("a 3-year-old boat")]
    [InlineData("the next ship")]
    public void Read_OtherWords_AreNoDates(string text) => Assert.Equal("", Describe(text));

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(9999, 12, 31)]
    public void Read_AtTheEdgesOfTheCalendar_DoesNotFail(int year, int month, int day)
    {
        using var read = new Reader().Read(
            "last year last month last week next week next year 900 years ago the past 900 years in recent decades yesterday tomorrow overnight since 2014 on 30 February on 29 February from March to January last Monday");
        using var atoms = Atoms.Of(read[0]);
        Assert.NotEmpty(DateGrammar.Read(atoms, new DateOnly(year, month, day)));
    }
}
