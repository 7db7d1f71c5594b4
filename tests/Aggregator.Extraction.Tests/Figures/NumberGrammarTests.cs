using Aggregator.Extraction.Reading;
using Xunit;

namespace Aggregator.Extraction.Figures;

public sealed class NumberGrammarTests
{
    internal static string Describe(string text)
    {
        using var read = new Reader().Read(text);
        var found = new List<string>();
        for (var i = 0; i < read.Count; i++)
        {
            using var atoms = Atoms.Of(read[i]);
            var numbers = new List<NumberExpression>();
            NumberGrammar.Read(atoms, numbers);
            found.AddRange(numbers.Where(n => n.Use == NumberUse.Count).Select(n => $"{n.Range.Low}..{n.Range.High} {n.Qualifier}"));
        }
        return string.Join("; ", found);
    }

    [Theory]
    [InlineData("12 people", "12..12 Exact")]
    [InlineData("1,204 people", "1204..1204 Exact")]
    [InlineData("2,300,000 people", "2300000..2300000 Exact")]
    [InlineData("twenty-three people", "23..23 Exact")]
    [InlineData("Twenty three people", "23..23 Exact")]
    [InlineData("a hundred and five sailors", "105..105 Exact")]
    [InlineData("two hundred sailors", "200..200 Exact")]
    [InlineData("three thousand four hundred and twelve sailors", "3412..3412 Exact")]
    [InlineData("one million two hundred thousand people", "1200000..1200000 Exact")]
    [InlineData("a dozen sailors", "12..12 Exact")]
    [InlineData("two dozen sailors", "24..24 Exact")]
    [InlineData("half a dozen sailors", "6..6 Exact")]
    [InlineData("a couple of sailors", "2..2 Exact")]
    [InlineData("dozens of sailors", "24.. AtLeast")]
    [InlineData("scores of sailors", "40.. AtLeast")]
    [InlineData("hundreds of sailors", "200.. AtLeast")]
    [InlineData("thousands of sailors", "2000.. AtLeast")]
    [InlineData("tens of thousands of sailors", "20000.. AtLeast")]
    [InlineData("hundreds of thousands of sailors", "200000.. AtLeast")]
    [InlineData("several hundred sailors", "200.. AtLeast")]
    [InlineData("several dozen sailors", "24.. AtLeast")]
    [InlineData("a few thousand sailors", "2000.. AtLeast")]
    [InlineData("300k people", "300000..300000 Exact")]
    [InlineData("4m people", "4000000..4000000 Exact")]
    [InlineData("between 20 and 30 sailors", "20..30 Range")]
    [InlineData("20 to 30 sailors", "20..30 Range")]
    [InlineData("20-30 sailors", "20..30 Range")]
    [InlineData("about 3-4,000 sailors", "3000..4000 Range")]
    [InlineData("two or three sailors", "2..3 Range")]
    [InlineData("two to three million people", "2000000..3000000 Range")]
    [InlineData("at least nine sailors", "9.. AtLeast")]
    [InlineData("more than 40 sailors", "40.. AtLeast")]
    [InlineData("over 40 sailors", "40.. AtLeast")]
    [InlineData("no fewer than 40 sailors", "40.. AtLeast")]
    [InlineData("upwards of forty sailors", "40.. AtLeast")]
    [InlineData("a minimum of 40 sailors", "40.. AtLeast")]
    [InlineData("40 or more sailors", "40.. AtLeast")]
    [InlineData("40-plus sailors", "40.. AtLeast")]
    [InlineData("40+ sailors", "40.. AtLeast")]
    [InlineData("up to 50 sailors", "..50 AtMost")]
    [InlineData("as many as 50 sailors", "..50 AtMost")]
    [InlineData("fewer than 50 sailors", "..50 AtMost")]
    [InlineData("no more than 50 sailors", "..50 AtMost")]
    [InlineData("nearly 80 sailors", "80..80 About")]
    [InlineData("about 80 sailors", "80..80 About")]
    [InlineData("some 80 sailors", "80..80 About")]
    [InlineData("an estimated 80 sailors", "80..80 About")]
    [InlineData("roughly 80 sailors", "80..80 About")]
    [InlineData("80 or so sailors", "80..80 About")]
    [InlineData("a total of 51 sailors", "51..51 Exact")]
    [InlineData("at least a dozen sailors", "12.. AtLeast")]
    [InlineData("another 14 sailors", "14..14 Exact")]
    [InlineData("no one came", "0..0 Exact")]
    [InlineData("Nobody came", "0..0 Exact")]
    [InlineData("none of the sailors came", "0..0 Exact")]
    [InlineData("no sailors came", "0..0 Exact")]
    [InlineData("it rose from 12 to 20", "12..12 Exact; 20..20 Exact")]
    [InlineData("six sailors and nine cooks", "6..6 Exact; 9..9 Exact")]
    [InlineData("1,900 sailors drowned", "1900..1900 Exact")]
    [InlineData("2000 people drowned", "2000..2000 Exact")]
    public void Read_Counts_AreFoundWithTheirBounds(string text, string expected) => Assert.Equal(expected, Describe(text));

    [Theory]
    [InlineData("the 23-year-old sailor")]
    [InlineData("a sailor aged 52")]
    [InlineData("Anna Beck, 42, of Toledo")]
    [InlineData("Anna Beck (42)")]
    [InlineData("$500 in cash")]
    [InlineData("£5 million")]
    [InlineData("30 euros")]
    [InlineData("a rise of 30%")]
    [InlineData("a rise of 30 percent")]
    [InlineData("12 per cent of voters")]
    [InlineData("40 miles north")]
    [InlineData("a 25-mile road")]
    [InlineData("60 tents")]
    [InlineData("in 2014 the port closed")]
    [InlineData("at 10:30 on the quay")]
    [InlineData("on 3 March the port closed")]
    [InlineData("on March 3 the port closed")]
    [InlineData("the 14th sailor")]
    [InlineData("the third sailor")]
    [InlineData("two-thirds of the sailors")]
    [InlineData("one in four sailors")]
    [InlineData("several sailors")]
    [InlineData("many sailors")]
    [InlineData("Highway 61")]
    [InlineData("an F-16 jet")]
    [InlineData("a T-72 tank")]
    [InlineData("a .22 rifle")]
    [InlineData("a 7.65 pistol")]
    [InlineData("three years")]
    [InlineData("12 votes")]
    public void Read_NumbersOfOtherThings_AreNoCounts(string text) => Assert.Equal("", Describe(text));
}
