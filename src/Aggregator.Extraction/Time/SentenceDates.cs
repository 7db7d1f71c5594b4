using Aggregator.Extraction.Figures;

namespace Aggregator.Extraction.Time;

/// <summary>The dates of one sentence, read when they are first asked for: happenings and figures both ask, and most sentences have neither.</summary>
/// <param name="atoms">The sentence.</param>
/// <param name="published">The day of publication.</param>
internal sealed class SentenceDates(Atoms atoms, DateOnly published)
{
    private List<DateExpression>? _all;

    /// <summary>All of them, in the order of the text.</summary>
    internal List<DateExpression> All => _all ??= DateGrammar.Read(atoms, published);
}
