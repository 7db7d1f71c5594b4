using System.Text;

namespace Aggregator.Intake;

/// <summary>Gathers text into paragraphs: blanks run together, lines end once, paragraphs stand an empty line apart.</summary>
internal sealed class ParagraphText
{
    private readonly StringBuilder _text = new();
    private int _breaks;
    private bool _blank;

    internal void EndLine() => _breaks = Math.Max(_breaks, 1);

    internal void EndParagraph() => _breaks = 2;

    internal void Append(string run)
    {
        foreach (var letter in run)
        {
            // Zero-width and soft break hints are not text.
            if (letter is '\u00AD' or '\u200B' or '\uFEFF') continue;
            if (char.IsWhiteSpace(letter)) _blank = true;
            else Append(letter);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private void Append(char letter)
    {
        if (_text.Length > 0)
        {
            if (_breaks > 0) _text.Append('\n', _breaks);
            else if (_blank) _text.Append(' ');
        }
        (_breaks, _blank) = (0, false);
        _text.Append(letter);
    }
}
