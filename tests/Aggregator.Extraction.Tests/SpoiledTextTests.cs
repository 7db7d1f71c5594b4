using Aggregator.Extraction.Frames;
using Xunit;

namespace Aggregator.Extraction;

/// <summary>Spoiled articles, the same ones each time; the benchmarks' fuzz command makes as many others as wanted.</summary>
public sealed class SpoiledTextTests
{
    private const int TextLengthMax = 1_500;

    private static readonly string[] s_texts =
    [
        "Officials in Kenya and Norway said on Tuesday that at least 12 people were killed when rebels attacked a market near Port Havel. "
        + "President Jane Roe condemned the attack, saying \"we will not rest\", and called her counterpart John Doe.",
        "At least 40 people were killed and 7 injured in a flood near Gao, Mali, the mayor said on 5 May 2020.\n\nA man of 60 and two girls, 7 and 5, were among the dead.",
    ];

    [Theory]
    [InlineData(1_000)]
    [InlineData(2_000)]
    [InlineData(3_000)]
    public void Extract_HundredSpoiledTexts_GivesSpansOfEach(int firstSeed)
    {
        var told = 0;
        for (var seed = firstSeed; seed < firstSeed + 100; seed++)
        {
            var text = Mutation.Of(s_texts[seed % 2], s_texts[1 - (seed % 2)], seed, TextLengthMax);
            foreach (var report in Told.By(text))
            {
                told++;
                foreach (var span in report.Also.Append(report.Span).Append(report.Sentence).Concat(report.Evidence.Select(slot => slot.Span).OfType<Span>()))
                    Assert.True(span.Start >= 0 && span.Length >= 0 && span.Start + span.Length <= text.Length, $"seed {seed}: {span} of {report.Rule} in {text.Length}");
            }
        }
        Assert.True(told > 100, $"Only {told} reports: the texts are spoiled past reading.");
    }
}
