using System.Buffers;
using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Figures;

/// <summary>The atoms of one sentence, in an array rented from the shared pool. Linear in the sentence's length.</summary>
internal sealed class Atoms : IDisposable
{
    /// <summary>Digits longer than this are a code, never a number.</summary>
    private const int DigitsMax = 15;
    private Atom[] _atoms = ArrayPool<Atom>.Shared.Rent(128);

    private Atoms(string text) => Text = text;

    /// <summary>The document's text.</summary>
    internal string Text { get; }

    /// <summary>How many atoms there are.</summary>
    internal int Count { get; private set; }

    /// <summary>Every sense that some atom's word has.</summary>
    internal Sense Senses { get; private set; }

    /// <summary>Every cue that some atom's word has.</summary>
    internal Cue Cues { get; private set; }

    /// <summary>An atom; outside the sentence a full stop.</summary>
    internal ref readonly Atom this[int index]
    {
        get
        {
            if ((uint)index < (uint)Count) return ref _atoms[index];
            return ref s_outside;
        }
    }

    private static readonly Atom s_outside = new() { Start = 0, Length = 0, Token = -1, Kind = AtomKind.Mark, Glued = false, First = '.' };

    /// <summary>Cuts a sentence into atoms; the caller disposes them.</summary>
    internal static Atoms Of(in Sentence sentence)
    {
        var atoms = new Atoms(sentence.Text);
        var at = 0;
        var tokens = sentence.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            at = Math.Max(at, token.Start);
            if (token.IsUnit && atoms.IsOpaque(token)) at = atoms.AddName(token, i);
            while (at < token.End) at = atoms.AddNext(at, token, i);
        }
        return atoms;
    }

    /// <summary>An atom as the text has it.</summary>
    internal ReadOnlySpan<char> Form(int index) => Text.AsSpan(this[index].Start, this[index].Length);

    /// <summary>Whether an atom is this word, in any case. Dates ask some sixty times a word, so most are told apart by length and first letter.</summary>
    internal bool IsWord(int index, ReadOnlySpan<char> word)
    {
        ref readonly var atom = ref this[index];
        return atom.Length == word.Length && MayBegin(atom.First, word[0]) && Text.AsSpan(atom.Start, atom.Length).Equals(word, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>From the first atom to the last, both included, in the document's text.</summary>
    internal TextSpan Span(int first, int last) => TextSpan.FromBounds(this[first].Start, this[last].End);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_atoms.Length > 0) ArrayPool<Atom>.Shared.Return(_atoms);
        (_atoms, Count) = ([], 0);
    }

    /// <summary>A name of several words is one atom, but not where a noun for people ends it ("Khost Police"), or a word that begins something else.</summary>
    private bool IsOpaque(in Token token)
    {
        var name = Text.AsSpan(token.Start, token.Length);
        var space = name.LastIndexOf(' ');
        return space > 0 && !Vocabulary.Find(name[(space + 1)..]).Is(Sense.Person | Sense.Comparator | Sense.Preposition | Sense.Be);
    }

    private int AddName(in Token token, int index)
    {
        Add(new Atom
        {
            Start = token.Start, Length = token.Length, Token = index, Kind = AtomKind.Name, Glued = IsGlued(token.Start),
            Capital = true, First = Text[token.Start], Lexeme = Vocabulary.Find(Text.AsSpan(token.Start, token.Length)),
        });
        return token.End;
    }

    private int AddNext(int at, in Token owner, int token)
    {
        var tokenEnd = owner.End;
        var first = Text[at];
        if (char.IsWhiteSpace(first)) return at + 1;
        var kind = char.IsAsciiDigit(first) || (first == '.' && at + 1 < tokenEnd && char.IsAsciiDigit(Text[at + 1])) ? AtomKind.Digits
            : char.IsLetter(first) ? AtomKind.Word : AtomKind.Mark;
        var number = 0d;
        var end = kind switch
        {
            AtomKind.Digits => DigitRun(at, out number),
            AtomKind.Word => WordEnd(at, tokenEnd),
            _ => char.IsHighSurrogate(first) && at + 1 < tokenEnd ? at + 2 : at + 1,
        };
        if (kind == AtomKind.Mark && end < tokenEnd && (first is '\'' or '’') && char.IsLetter(Text[end]))
            (kind, end) = (AtomKind.Word, WordEnd(end, tokenEnd));
        Add(new Atom
        {
            Start = at, Length = end - at, Token = token, Kind = kind, Glued = IsGlued(at), Capital = char.IsUpper(first),
            First = Plain(first), Number = number, Tag = owner.Tag,
            Lexeme = kind == AtomKind.Word ? Vocabulary.Find(Text.AsSpan(at, end - at)) : default,
        });
        return end;
    }

    private int WordEnd(int at, int tokenEnd)
    {
        var end = at + 1;
        while (end < tokenEnd && Plain(Text[end]) is not ('-' or '/') && !char.IsWhiteSpace(Text[end])) end++;
        return end;
    }

    /// <summary>Digits with separators of thousands and a decimal point, past the token's end where the tokenizer has cut inside.</summary>
    private int DigitRun(int at, out double number)
    {
        var end = at;
        var value = 0d;
        while (end < Text.Length && char.IsAsciiDigit(Text[end])) value = (value * 10) + (Text[end++] - '0');
        if (end - at <= 3)
            while (end + 3 < Text.Length && Text[end] == ',' && IsGroup(end + 1))
            {
                for (var i = end + 1; i <= end + 3; i++) value = (value * 10) + (Text[i] - '0');
                end += 4;
            }
        if (end + 1 < Text.Length && Text[end] == '.' && char.IsAsciiDigit(Text[end + 1]))
        {
            var unit = 0.1;
            for (end++; end < Text.Length && char.IsAsciiDigit(Text[end]); end++, unit /= 10) value += (Text[end] - '0') * unit;
        }
        number = end - at > DigitsMax ? double.PositiveInfinity : value;
        return end;
    }

    private bool IsGroup(int at) =>
        char.IsAsciiDigit(Text[at]) && char.IsAsciiDigit(Text[at + 1]) && char.IsAsciiDigit(Text[at + 2])
        && (at + 3 >= Text.Length || !char.IsAsciiDigit(Text[at + 3]));

    private bool IsGlued(int at) => at > 0 && !char.IsWhiteSpace(Text[at - 1]);

    private static char Plain(char c) => c switch { '–' or '—' or '‐' or '‑' or '−' => '-', '’' or '‘' => '\'', _ => c };

    private static bool MayBegin(char one, char other) => ((one ^ other) & ~0x20) == 0 || !char.IsAscii(one) || !char.IsAscii(other);

    private void Add(in Atom atom)
    {
        if (Count == _atoms.Length)
        {
            var larger = ArrayPool<Atom>.Shared.Rent(_atoms.Length * 2);
            _atoms.CopyTo(larger, 0);
            ArrayPool<Atom>.Shared.Return(_atoms);
            _atoms = larger;
        }
        Senses |= atom.Lexeme.Senses;
        Cues |= atom.Lexeme.Cue;
        _atoms[Count++] = atom;
    }
}
