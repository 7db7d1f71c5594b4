using System.Buffers;

namespace Aggregator.Intake;

/// <summary>A line of a body, valid until the next is asked for.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Bytes">Its bytes without the line's end; empty when it is too long.</param>
/// <param name="IsTooLong">True when it is longer than a line may be.</param>
internal readonly record struct BodyLine(int Number, ReadOnlySequence<byte> Bytes, bool IsTooLong)
{
    /// <summary>True when it is empty, or blank.</summary>
    internal bool IsBlank
    {
        get
        {
            if (IsTooLong) return false;
            foreach (var part in Bytes)
                if (part.Span.ContainsAnyExcept(" \t\r"u8)) return false;
            return true;
        }
    }
}
