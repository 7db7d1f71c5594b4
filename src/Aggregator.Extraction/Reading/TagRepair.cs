namespace Aggregator.Extraction.Reading;

/// <summary>Mends tags that spelling forbids, before dictionary forms are written: a word in small letters is no name.</summary>
internal static class TagRepair
{
    /// <summary>Shorter words in small letters may be parts of names: "al", "de", "bin".</summary>
    private const int LengthMin = 4;

    /// <summary>"By work safety authorities": between a preposition and a noun stands no verb in its bare form.</summary>
    /// <param name="token">The token.</param>
    /// <param name="before">The one before it, mended.</param>
    /// <param name="next">What the one behind it is.</param>
    internal static void RunBetween(ref Token token, in Token before, Upos next)
    {
        if (token.Tag == Upos.Verb && token.Penn is Penn.Vb or Penn.Vbp && before is { Tag: Upos.Adp, Penn: Penn.In } && next == Upos.Noun) (token.Tag, token.Penn) = (Upos.Noun, Penn.Nn);
    }

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
