using Aggregator.Extraction.Frames;
using Xunit;

namespace Aggregator.Extraction.Figures;

/// <summary>What settling an article's figures costs as the article grows, by the bytes it takes, which no load of the machine changes.</summary>
public sealed class FigureLedgerTests
{
    /// <summary>Four times the text is to take four times the bytes; growing arrays may take somewhat more.</summary>
    private const int FactorMax = 8;

    [Theory]
    [InlineData("12 people killed ")]
    [InlineData("A man was shot. ")]
    [InlineData("12 people were killed and 7 injured. ")]
    public void Extract_FourTimesTheRepeats_TakesNoMoreThanLinearMemory(string repeated)
    {
        Bytes(repeated, 100);
        var (some, more) = (Bytes(repeated, 500), Bytes(repeated, 2_000));
        Assert.InRange(more, some, some * FactorMax);
    }

    private static long Bytes(string repeated, int times)
    {
        var text = string.Concat(Enumerable.Repeat(repeated, times));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.NotEmpty(Told.By(text));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
