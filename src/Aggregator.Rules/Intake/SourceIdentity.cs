using System.Security.Cryptography;
using System.Text;

namespace Aggregator.Intake;

/// <summary>Names a source that a list gives only an address and a title: readable, and the same whenever the list comes again.</summary>
public static class SourceIdentity
{
    private const int WordsLengthMax = 48;

    /// <summary>The id: the title's plain letters and digits, or the host's, and eight characters that stand for the address.</summary>
    /// <param name="title">What the list calls it; may be empty.</param>
    /// <param name="url">The feed's address, absolute.</param>
    public static SourceId Of(string title, string url)
    {
        var words = Words(title);
        if (words.Length == 0) words = Words(new Uri(url).Host);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url)).AsSpan(0, 4));
        return SourceId.Parse(words.Length == 0 ? hash : $"{words}-{hash}");
    }

    private static string Words(string text)
    {
        var words = new StringBuilder(WordsLengthMax);
        foreach (var letter in text)
        {
            if (words.Length == WordsLengthMax) break;
            if (char.IsAsciiLetterOrDigit(letter)) words.Append(char.ToLowerInvariant(letter));
            else if (words.Length > 0 && words[^1] != '-') words.Append('-');
        }
        return words.ToString().TrimEnd('-');
    }
}
