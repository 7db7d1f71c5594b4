namespace Aggregator.Extraction.Lexicon;

/// <summary>Brings letters of names to one form: typographic apostrophes to the plain one, Latin letters to their base.</summary>
internal static class Folding
{
    private const string Marked =
        "ÀÁÂÃÄÅĀĂĄÇĆĈĊČÐĎĐÈÉÊËĒĔĖĘĚĜĞĠĢĤĦÌÍÎÏĨĪĬĮİĴĶĹĻĽĿŁÑŃŅŇÒÓÔÕÖØŌŎŐŔŖŘŚŜŞŠȘŢŤŦȚÙÚÛÜŨŪŬŮŰŲŴÝŶŸŹŻŽƏàáâãäåāăąçćĉċčðďđèéêëēĕėęěĝğġģĥħìíîïĩīĭįıĵķĺļľŀłñńņňòóôõöøōŏőŕŗřśŝşšșţťŧțùúûüũūŭůűųŵýÿŷźżžə‘’ʼ´`";
    private const string Plain =
        "AAAAAAAAACCCCCDDDEEEEEEEEEGGGGHHIIIIIIIIIJKLLLLLNNNNOOOOOOOOORRRSSSSSTTTTUUUUUUUUUUWYYYZZZAaaaaaaaaacccccdddeeeeeeeeegggghhiiiiiiiiijklllllnnnnooooooooorrrsssssttttuuuuuuuuuuwyyyzzza'''''";

    private static readonly char[] s_bases = Bases();

    /// <summary>The letter without its marks; any other unit as it is.</summary>
    public static char Base(char unit) => unit < s_bases.Length ? s_bases[unit] : unit is '’' or '‘' ? '\'' : unit is '‑' ? '-' : unit;

    /// <summary>Writes a word's key: no marks, small letters, no period at the end.</summary>
    /// <returns>The units written.</returns>
    public static int WriteKey(ReadOnlySpan<char> word, Span<char> key)
    {
        if (word.Length > 1 && word[^1] == '.') word = word[..^1];
        for (var i = 0; i < word.Length; i++) key[i] = char.ToLowerInvariant(Base(word[i]));
        return word.Length;
    }

    private static char[] Bases()
    {
        var bases = new char[0x300];
        for (var i = 0; i < bases.Length; i++) bases[i] = (char)i;
        for (var i = 0; i < Marked.Length; i++)
            if (Marked[i] < bases.Length) bases[Marked[i]] = Plain[i];
        return bases;
    }
}
