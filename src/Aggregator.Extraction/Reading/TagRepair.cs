namespace Aggregator.Extraction.Reading;

/// <summary>Mends tags that spelling forbids, before dictionary forms are written: a word in small letters is no name.</summary>
internal static class TagRepair
{
    /// <summary>Shorter words in small letters may be parts of names: "al", "de", "bin".</summary>
    private const int LengthMin = 4;

    /// <summary>Mends the tag of one token.</summary>
    /// <param name="form">The word as the text has it.</param>
    /// <param name="token">The token, which is no unit.</param>
    internal static void Run(ReadOnlySpan<char> form, ref Token token)
    {
        if (token.Tag != Upos.Propn || form.Length < LengthMin || !char.IsLower(form[0]) || form.ContainsAnyExceptInRange('a', 'z')) return;
        if (PastTenses.Contains(form)) (token.Tag, token.Penn) = (Upos.Verb, Penn.Vbd);
        else (token.Tag, token.Penn) = (Upos.Noun, form[^1] == 's' && form[^2] is not ('s' or 'u' or 'i') ? Penn.Nns : Penn.Nn);
    }
}
