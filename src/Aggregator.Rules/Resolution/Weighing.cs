using System.Globalization;
using System.Runtime.CompilerServices;

namespace Aggregator.Resolution;

/// <summary>
/// Sums up evidence. It is put in words only where somebody will read them: of the sixteen candidates that a report is weighed against, the two likeliest are explained.
/// </summary>
/// <param name="inWords">Whether each piece is kept with its words, or only summed.</param>
/// <param name="atMost">Whether the most that words can weigh will do.</param>
internal sealed class Weighing(bool inWords, bool atMost = false)
{
    private readonly List<SamenessEvidence>? _pieces = inWords ? new(12) : null;

    /// <summary>Whether each piece is kept with its words.</summary>
    internal bool InWords => _pieces is not null;

    /// <summary>Whether the most that words can weigh will do.</summary>
    internal bool AtMost { get; } = atMost;

    /// <summary>What was weighed, in order; empty where it was only summed.</summary>
    internal IReadOnlyList<SamenessEvidence> Pieces => _pieces ?? [];

    /// <summary>The sum.</summary>
    internal double Score { get; private set; }

    /// <summary>The sum of what two accounts share that not every happening of their kind, day and place does.</summary>
    internal double Particular { get; private set; }

    /// <summary>Adds a piece.</summary>
    /// <param name="of">What was compared.</param>
    /// <param name="weight">Above zero speaks for, below zero against.</param>
    /// <param name="words">What was found; not made, holes and all, where nobody will read it.</param>
    internal void Add(string of, double weight, [InterpolatedStringHandlerArgument("")] ref Words words)
    {
        Score += weight;
        if (of is "words" or "title" or "sentence" or "names" or "article") Particular += weight;
        _pieces?.Add(new SamenessEvidence(of, weight, words.ToString()));
    }

    /// <summary>The words of one piece.</summary>
    [InterpolatedStringHandler]
    internal ref struct Words
    {
        private DefaultInterpolatedStringHandler _text;
        private readonly bool _made;

        /// <summary>Called by the compiler.</summary>
        public Words(int literalLength, int formattedCount, Weighing weighing, out bool made)
        {
            _made = made = weighing.InWords;
            _text = made ? new DefaultInterpolatedStringHandler(literalLength, formattedCount, CultureInfo.InvariantCulture) : default;
        }

        /// <summary>Called by the compiler.</summary>
        public void AppendLiteral(string value) => _text.AppendLiteral(value);

        /// <summary>Called by the compiler.</summary>
        public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);

        /// <summary>Called by the compiler.</summary>
        public void AppendFormatted<T>(T value, string? format) => _text.AppendFormatted(value, format);

        /// <summary>The text; empty where none was made.</summary>
        public override string ToString() => _made ? _text.ToStringAndClear() : "";
    }
}
