using Xunit;

namespace Aggregator.Extraction.Reading;

public sealed class SentenceBreaksTests
{
    [Theory]
    [InlineData("It rained. They left.", "It rained.|They left.")]
    [InlineData("Gen. Olan Marr spoke. He left.", "Gen. Olan Marr spoke.|He left.")]
    [InlineData("Talks with the U.S. Treasury began.", "Talks with the U.S. Treasury began.")]
    [InlineData("They flew to the U.S. The talks began there.", "They flew to the U.S.|The talks began there.")]
    [InlineData("He came at 5 p.m. on Monday. She left.", "He came at 5 p.m. on Monday.|She left.")]
    [InlineData("J. R. Vale won. K. Orr lost.", "J. R. Vale won.|K. Orr lost.")]
    [InlineData("\u201CWe stay.\u201D He sat down.", "\u201CWe stay.\u201D|He sat down.")]
    [InlineData("\"Why?\" she asked. Nobody knew.", "\"Why?\" she asked.|Nobody knew.")]
    [InlineData("He said: \"Go.\" \"Now?\" they asked.", "He said: \"Go.\"|\"Now?\" they asked.")]
    [InlineData("It rose 4.5 percent. Prices fell.", "It rose 4.5 percent.|Prices fell.")]
    [InlineData("Storm hits coast\nTwo people were hurt.", "Storm hits coast|Two people were hurt.")]
    [InlineData("One paragraph\n\nand another", "One paragraph|and another")]
    [InlineData("This line was wrapped by a mail program in the middle\nof its only sentence.", "This line was wrapped by a mail program in the middle\nof its only sentence.")]
    [InlineData("1. Open it.\n2. Close it.", "1. Open it.|2. Close it.")]
    [InlineData("OSTVIK (Newsline) - The mayor resigned.", "OSTVIK (Newsline) -|The mayor resigned.")]
    [InlineData("PORT SEL, Jan. 5 \u2014 Ships left. More followed.", "PORT SEL, Jan. 5 \u2014|Ships left.|More followed.")]
    [InlineData("The north - a poor region - voted.", "The north - a poor region - voted.")]
    [InlineData("They saw Sgt. Pell (ret.). He waved.", "They saw Sgt. Pell (ret.).|He waved.")]
    [InlineData("The deal failed.Then shares fell.", "The deal failed.|Then shares fell.")]
    public void Split_Text_EndsSentencesWhereAReaderWould(string text, string sentences)
    {
        using var read = new ReadText(text);
        Tokenizer.Split(read, []);
        var found = Enumerable.Range(0, read.Count).Select(i => text.Substring(read[i].Start, read[i].Length));
        Assert.Equal(sentences, string.Join('|', found));
    }

    [Fact]
    public void Split_SentenceWithoutEnd_IsCutAtTheBound()
    {
        using var read = new ReadText(string.Concat(Enumerable.Repeat("word ", 1_000)));
        Tokenizer.Split(read, []);
        Assert.Equal(5, read.Count);
        Assert.All(Enumerable.Range(0, read.Count), i => Assert.Equal(Reader.SentenceTokensMax, read[i].Count));
    }

    [Theory]
    [InlineData(198)]
    [InlineData(199)]
    [InlineData(200)]
    public void Read_ClosersAtTheLongestSentence_AreCutAndRead(int words)
    {
        using var read = new Reader().Read(string.Concat(Enumerable.Repeat("word ", words)) + "said.\"\"\")\") Next.");
        Assert.All(Enumerable.Range(0, read.Count), i => Assert.InRange(read[i].Count, 1, Reader.SentenceTokensMax));
    }
}
