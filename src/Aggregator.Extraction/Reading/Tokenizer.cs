namespace Aggregator.Extraction.Reading;

/// <summary>Splits text into tokens and sentences.</summary>
internal sealed class Tokenizer
{
    private readonly System.Buffers.SearchValues<char> _enders = System.Buffers.SearchValues.Create(".!?");

    internal void Split(ReadText read, IReadOnlyList<Unit> units)
    {
        var text = read.Text;
        var unit = 0;
        for (var at = 0; at < text.Length;)
        {
            while (unit < units.Count && (units[unit].Span.Start < at || units[unit].Span.Length < 1)) unit++;
            if (unit < units.Count && units[unit].Span.Start == at && units[unit].Span.End <= text.Length)
            {
                read.Add(at, units[unit].Span.Length, units[unit].Tag, isUnit: true);
                at = units[unit].Span.End;
                continue;
            }
            var end = at + 1;
            if (char.IsLetterOrDigit(text[at]))
                while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
            if (text[at] == '\n') read.EndSentence();
            if (!char.IsWhiteSpace(text[at])) read.Add(at, end - at, Upos.X, isUnit: false);
            if (_enders.Contains(text[at])) read.EndSentence();
            at = end;
        }
        read.EndSentence();
    }
}
