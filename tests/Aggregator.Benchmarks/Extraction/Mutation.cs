using System.Text;

namespace Aggregator.Extraction;

/// <summary>Spoils texts at random, each by a seed that spoils it the same way again.</summary>
internal static class Mutation
{
    private const int StepsMax = 8;
    private const int RepeatsMax = 400;

    private static readonly string[] s_bits =
    [
        "\"", "\u201C", "\u201D", "\u2018", "'", "(", ")", ".", ",", "-", "\u2014", "\n", "\r\n\r\n", "\0", "\u200B", "\u202E", "\u0301", "\uFEFF", "\uD83D", "\uDE00", "\uD83D\uDE00",
        "0", "12", "1,234,567", "99999999999999999999", "1.5", "-7", "%", "$", "31 February 2020", "killed", "of", "and", "President", "\u00DF", "\u0130", "\u01C5", "\uFFFF",
    ];

    /// <summary>A text made of one or two others.</summary>
    /// <param name="text">The text.</param>
    /// <param name="other">A text that stretches are taken from.</param>
    /// <param name="seed">What is done.</param>
    /// <param name="lengthMax">The longest text that comes out, in UTF-16 units.</param>
    internal static string Of(string text, string other, int seed, int lengthMax)
    {
        var random = new Random(seed);
        var spoiled = new StringBuilder(text, 0, Math.Min(text.Length, lengthMax), lengthMax + 1);
        for (var steps = random.Next(1, StepsMax + 1); steps > 0; steps--) Spoil(spoiled, other, random);
        return spoiled.ToString(0, Math.Min(spoiled.Length, lengthMax));
    }

    private static void Spoil(StringBuilder text, string other, Random random)
    {
        var at = random.Next(text.Length + 1);
        var length = random.Next(Math.Min(text.Length - at, random.Next(2) == 0 ? 12 : 300) + 1);
        var span = text.ToString(at, length);
        switch (random.Next(11))
        {
            case 0: text.Remove(at, length); break;
            case 1: text.Insert(at, span); break;
            case 2: text.Remove(at, length).Insert(random.Next(text.Length + 1), span); break;
            case 3: text.Insert(at, Stretch(other, random)); break;
            case 4: text.Insert(at, (char)random.Next(char.MaxValue + 1)); break;
            case 5: text.Insert(at, s_bits[random.Next(s_bits.Length)], random.Next(1, 6)); break;
            case 6: text.Insert(at, span.Length is > 0 and < 40 ? span : s_bits[random.Next(s_bits.Length)], random.Next(1, RepeatsMax)); break;
            case 7: text.Remove(at, length).Insert(at, span.ToUpperInvariant()); break;
            case 8: text.Remove(at, length).Insert(at, span.ToLowerInvariant()); break;
            case 9: text.Length = at; break;
            default: text.Insert(at, random.NextInt64(long.MaxValue)); break;
        }
    }

    private static string Stretch(string text, Random random)
    {
        var at = random.Next(text.Length + 1);
        return text.Substring(at, random.Next(Math.Min(text.Length - at, 300) + 1));
    }
}
