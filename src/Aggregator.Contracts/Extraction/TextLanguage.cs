using System.Collections.Frozen;
using System.Numerics;

namespace Aggregator.Extraction;

/// <summary>
/// Tells what language a text is written in, by its letters and its commonest words. Only English is read into reports; the test errs to
/// English where a text is short or mixed. Looks at the first 20,000 UTF-16 units.
/// </summary>
public static class TextLanguage
{
    /// <summary>The code of English.</summary>
    public const string English = "en";

    /// <summary>What a text in some other language that is not known here gets.</summary>
    public const string Unknown = "und";

    private const int LengthMax = 20_000;
    private const int WordsMin = 25;
    private const double OtherShareMin = 0.08;
    private const double EnglishShareMin = 0.08;
    private const int ScriptLettersMin = 40;

    private static readonly (string Code, string Words)[] s_common =
    [
        (English, "the of and to in a is that for it was on with as he be at by this had not are but from or have an they which one were all their there been has when who will more no if out so said what up its about into than them can only other some could time these two may then do first any my now such like our over even most after also made many before must through years where much way well should because each those under last never same another while here why does told between people says year would his her we you i"),
        ("fr", "le la les des et est une du dans que qui pour sur pas au avec son sont par plus ce il elle ne se aux cette mais ont nous vous leur ses été être comme fait deux après sans même"),
        ("es", "el la los las de que y en un una por con para del al se es su no como más lo pero sus ha sobre este entre fue años también son hasta desde está han ser dos cuando"),
        ("pt", "o os as de que e em um uma por com para do da dos das no na nos nas se é não como mais ao foi são sua seu pela pelo também até mas ele anos entre está ser"),
        ("it", "il lo la i gli le di che e in un una per con del della dei delle nel nella al alla si è non come più ma anche sono suo sua ha dal dalla questo stato dopo anni essere"),
        ("de", "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war haben nur oder aber"),
        ("nl", "de het een van en in is dat op te voor met zijn niet aan er om ook als die naar door bij maar wordt uit nog heeft over hun worden dan meer was geen zich"),
        ("sv", "och att det som en på är av för med till den har inte om ett de men var jag från så vi han när sig kan också efter eller under vid ska"),
        ("da", "og at det som en på er af for med til den har ikke om et de men var fra så vi han når sig kan også efter eller ved skal blev"),
        ("no", "og at det som en på er av for med til den har ikke om et de men var fra så vi han når seg kan også etter eller ved skal ble"),
        ("fi", "ja on ei että se oli hän ovat mutta myös kun niin kuin ole joka tai mukaan sekä vain jo"),
        ("pl", "w i na z nie się do to że jest o jak ale po za od przez dla przy są tym tego jego ich który także oraz był"),
        ("cs", "a v se na je že s z do o to i k za jsou jako po by ale pro od které který také byl jeho"),
        ("ro", "de și în a la cu pe nu este din o un care că pentru mai sunt au fost sau s-a prin după ce lui"),
        ("hu", "a az és hogy nem is egy meg volt de mint csak ezt el vagy már még ki azt kell lesz"),
        ("tr", "ve bir bu da de için ile olarak çok daha olan gibi ancak sonra kadar en ne var olduğu göre"),
        ("id", "yang dan di dengan untuk dari ini itu dalam pada tidak akan adalah juga ke oleh mereka sebagai karena telah ada"),
        ("vi", "và của là các có được cho trong không những một người này đã với khi để từ đến về"),
        ("sw", "ya na wa kwa ni katika za la kuwa hiyo huo cha vya pia ambao baada hii huyo alisema"),
    ];

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> s_languages = Build();

    /// <summary>The language of a text: <c>en</c>, another ISO 639-1 code, or <c>und</c> for one that is not English and not known.</summary>
    /// <param name="text">The text.</param>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var head = text.AsSpan(0, Math.Min(text.Length, LengthMax));
        return OfScript(head) ?? OfWords(head);
    }

    /// <summary>The language of a text whose letters are mostly not Latin; null for a Latin one.</summary>
    private static string? OfScript(ReadOnlySpan<char> text)
    {
        if (!HasForeign(text)) return null;
        Span<int> letters = stackalloc int[s_scripts.Length];
        var (latin, other) = (0, 0);
        foreach (var letter in text)
        {
            if (!char.IsLetter(letter)) continue;
            if (letter < 0x250 || letter is >= '\u1E00' and < '\u1F00') latin++;
            else
            {
                other++;
                for (var i = 0; i < s_scripts.Length; i++)
                    if (letter >= s_scripts[i].From && letter <= s_scripts[i].To) letters[i]++;
            }
        }
        if (other < ScriptLettersMin || other <= latin) return null;
        var best = 0;
        for (var i = 1; i < letters.Length; i++)
            if (letters[i] > letters[best]) best = i;
        var code = letters[best] == 0 ? Unknown : s_scripts[best].Code;
        return code switch
        {
            "ru" when text.IndexOfAny('і', 'ї', 'є') >= 0 => "uk",
            "ar" when text.IndexOfAny('پ', 'چ', 'گ') >= 0 => text.IndexOfAny('ٹ', 'ڈ', 'ے') >= 0 ? "ur" : "fa",
            "zh" when text.IndexOfAnyInRange('\u3040', '\u30FF') >= 0 => "ja",
            _ => code,
        };
    }

    /// <summary>Whether enough units lie beyond the Latin letters to be worth counting; in most texts hardly any do.</summary>
    private static bool HasForeign(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < ScriptLettersMin && text.IndexOfAnyExceptInRange('\0', '\u024F') is >= 0 and var at)
        {
            count++;
            text = text[(at + 1)..];
        }
        return count >= ScriptLettersMin;
    }

    private static string OfWords(ReadOnlySpan<char> text)
    {
        Span<int> hits = stackalloc int[s_common.Length];
        Span<char> lower = stackalloc char[12];
        var words = 0;
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && (char.IsLetter(text[end]) || (end > at && text[end] == '-'))) end++;
            if (end == at)
            {
                at++;
                continue;
            }
            words++;
            if (end - at <= lower.Length && text[at..end].ToLowerInvariant(lower) is var length && s_languages.TryGetValue(lower[..length], out var languages))
                for (var left = languages; left != 0; left &= left - 1) hits[BitOperations.TrailingZeroCount(left)]++;
            at = end;
        }
        var best = 0;
        for (var i = 1; i < hits.Length; i++)
            if (hits[i] > hits[best]) best = i;
        if (words < WordsMin) return English;
        if (best > 0 && hits[best] * 2 > hits[0] * 3 && hits[best] >= words * OtherShareMin) return s_common[best].Code;
        return hits[0] >= words * EnglishShareMin || words < WordsMin * 2 ? English : Unknown;
    }

    private static readonly (char From, char To, string Code)[] s_scripts =
    [
        ('\u0400', '\u052F', "ru"), ('\u0600', '\u06FF', "ar"), ('\u4E00', '\u9FFF', "zh"), ('\u3040', '\u30FF', "ja"), ('\uAC00', '\uD7AF', "ko"),
        ('\u0900', '\u097F', "hi"), ('\u0370', '\u03FF', "el"), ('\u0590', '\u05FF', "he"), ('\u0E00', '\u0E7F', "th"), ('\u0980', '\u09FF', "bn"),
        ('\u0B80', '\u0BFF', "ta"), ('\u1000', '\u109F', "my"), ('\u1200', '\u137F', "am"), ('\u10A0', '\u10FF', "ka"), ('\u0530', '\u058F', "hy"),
    ];

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Build()
    {
        var languages = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < s_common.Length; i++)
            foreach (var word in s_common[i].Words.Split(' '))
                languages[word] = languages.GetValueOrDefault(word) | 1 << i;
        return languages.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
