using Aggregator.Extraction.Lexicon;
using Xunit;

namespace Aggregator.Extraction.Frames;

public sealed class FrameSetTests
{
    [Fact]
    public void Load_BuiltIn_KnowsAThousandTriggers()
    {
        var frames = FrameSet.Load(folder: null);
        Assert.True(frames.TriggerCount >= 1_000, $"{frames.TriggerCount} triggers");
    }

    [Fact]
    public void Load_UserFolder_AddsItsFrames()
    {
        var folder = Directory.CreateTempSubdirectory("frames-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "verbs.tsv"), "aid\tfood\tsubj\tobj\t\tspoonfeed\n");
            Assert.Equal(EventKind.Aid, FrameSet.Load(folder.FullName).Verbs.Of("spoonfeed")[0].Kind);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Load_UnknownKind_IsRefused()
    {
        var folder = Directory.CreateTempSubdirectory("frames-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "verbs.tsv"), "# mine\nbanquet\t\tsubj\tobj\t\tdine\n");
            var refusal = Assert.Throws<LexiconException>(() => FrameSet.Load(folder.FullName));
            Assert.Contains("banquet", refusal.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
