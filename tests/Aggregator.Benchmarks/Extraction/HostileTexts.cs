using System.Text;

namespace Aggregator.Extraction;

/// <summary>Texts that nobody writes, each of which may be made as long as wanted: one word, quotes without end, nesting, no sentence ends.</summary>
internal static class HostileTexts
{
    /// <summary>As far as the language test looks.</summary>
    private const int EnglishLength = 20_000;

    /// <summary>A plain piece of news, made up.</summary>
    internal const string News =
        "Officials in Kenya and Norway said on Tuesday that at least 12 people were killed when rebels attacked a market near Port Havel. "
        + "President Jane Roe condemned the attack, saying \"we will not rest\", and called her counterpart John Doe. ";

    /// <summary>The kinds of text by name; each takes the length wanted, in UTF-16 units.</summary>
    internal static IReadOnlyDictionary<string, Func<int, string>> All { get; } = new Dictionary<string, Func<int, string>>(StringComparer.Ordinal)
    {
        ["one word"] = length => new string('a', length),
        ["one capital word"] = length => new string('A', length),
        ["one number"] = length => new string('7', length),
        ["numbers"] = length => Repeat("1,234.5 ", length),
        ["grouped digits"] = length => Repeat(",123", length),
        ["full stops"] = length => new string('.', length),
        ["quotes"] = length => Repeat("\" ", length),
        ["quotes with words"] = length => Repeat("\"a long enough thing to be said\" he said, ", length),
        ["open quotes"] = length => Repeat("\u201Che said \u2018", length),
        ["brackets"] = length => new string('(', length / 2) + new string(')', length / 2),
        ["spaces"] = length => new string(' ', length) + "said.",
        ["line breaks"] = length => Repeat("a\n", length),
        ["hyphens"] = length => Repeat("a-", length),
        ["apostrophes"] = length => Repeat("a'", length),
        ["capitals"] = length => InEnglish("Aba ", length),
        ["initials"] = length => InEnglish("J. ", length),
        ["titles"] = length => InEnglish("President ", length),
        ["and"] = length => Repeat("Kenya and ", length),
        ["of"] = length => Repeat("minister of the ", length),
        ["said"] = length => Repeat("he said that ", length),
        ["killed"] = length => Repeat("12 people killed ", length),
        ["attacks"] = length => InEnglish("Rebels attacked Kenya. ", length),
        ["attacks of many"] = length => Repeat(at => $"Rebels attacked troops of {Name(at)} in Kenya on {1 + (at % 28)} May. ", length),
        ["tolls of many"] = length => Repeat(at => $"{12 + at} people were killed in {Name(at)}, {Name(at + 7)} said. ", length),
        ["people"] = length => Repeat(at => $"President {Name(at)} {Name(at * 31)} met her. ", length),
        ["acronyms"] = length => Repeat(at => $"The {Name(at)} {Name(at + 1)} Front ({Name(at)[0]}{Name(at + 1)[0]}F) said no. ", length),
        ["dates"] = length => Repeat("on 5 May 2020, last Tuesday, ", length),
        ["news"] = length => Repeat(News, length),
        ["news in one line"] = length => Repeat(News.Replace(". ", ", ", StringComparison.Ordinal), length),
        ["news in capitals"] = length => Repeat(News.ToUpperInvariant(), length),
        ["halves of pairs"] = length => Repeat("\uD83D \uDE00", length),
        ["marks on marks"] = length => "e" + new string('\u0301', length),
        ["right to left"] = length => InEnglish("\u202E\u05D0\u05D1 ", length),
        ["controls"] = length => Repeat("\0\u0001\u0085\u2028", length),
    };

    /// <summary>A text of the part alone, behind enough plain English that the whole is taken for it: a language is told by a text's beginning.</summary>
    private static string InEnglish(string part, int length) => Repeat(News, Math.Min(length / 4, EnglishLength)) + Repeat(part, length * 3 / 4);

    private static string Repeat(string part, int length) => Repeat(_ => part, length);

    private static string Repeat(Func<int, string> part, int length)
    {
        var text = new StringBuilder(length + 200);
        for (var at = 0; text.Length < length; at++) text.Append(part(at));
        return text.ToString();
    }

    /// <summary>A name of its own for each number, of three syllables or more.</summary>
    private static string Name(int number)
    {
        const string Consonants = "bdfgklmnprstvz", Vowels = "aeiou";
        var name = new StringBuilder();
        for (var rest = number + 1_000; rest > 0; rest /= Consonants.Length * Vowels.Length)
            name.Append(Consonants[rest % Consonants.Length]).Append(Vowels[rest / Consonants.Length % Vowels.Length]);
        name[0] = char.ToUpperInvariant(name[0]);
        return name.ToString();
    }
}
