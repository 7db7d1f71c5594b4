using Xunit;

namespace Aggregator.Extraction.Lexicon;

public sealed class WordScannerTests
{
    [Theory]
    [InlineData("Kenya's envoy", "Kenya|'s|envoy")]
    [InlineData("the U.S. envoy", "the|U.S.|envoy")]
    [InlineData("Gen. Otieno left.", "Gen.|Otieno|left|.")]
    [InlineData("Guinea-Bissau", "Guinea|-|Bissau")]
    [InlineData("N'Djamena", "N'Djamena")]
    [InlineData("1,200.5 tons", "1,200.5|tons")]
    [InlineData("John F. Okello", "John|F.|Okello")]
    [InlineData("don’t", "don’t")]
    public void Scan_Text_CutsAsNamesAreWritten(string text, string words) => Assert.Equal(words.Split('|'), Cut(text).Forms);

    [Theory]
    [InlineData("One left. Two stayed.", 2)]
    [InlineData("The U.S. envoy met Gen. Otieno.", 1)]
    [InlineData("A headline\nA sentence.", 2)]
    [InlineData("He said \"No.\" Then he left.", 2)]
    public void Scan_Text_CountsSentences(string text, int sentences) => Assert.Equal(sentences, Cut(text).Sentences);

    private static (string[] Forms, int Sentences) Cut(string text)
    {
        using var words = new WordList();
        WordScanner.Scan(text, new Vocabulary(), words);
        var forms = new string[words.Count];
        var sentences = new HashSet<int>();
        for (var i = 0; i < words.Count; i++)
        {
            forms[i] = text.Substring(words[i].Start, words[i].Length);
            if (!words[i].Has(WordShape.Mark)) sentences.Add(words[i].Sentence);
        }
        return (forms, sentences.Count);
    }
}
