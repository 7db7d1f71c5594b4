using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Aggregator.Intake;

/// <summary>Reads a body line by line, never holding more of it than one line may have.</summary>
internal static class BodyLines
{
    /// <summary>The lines, blank ones included.</summary>
    /// <param name="body">The body.</param>
    /// <param name="lineBytesMax">The longest line whose bytes are given.</param>
    /// <param name="cancellation">Ends the reading.</param>
    internal static async IAsyncEnumerable<BodyLine> ReadAsync(PipeReader body, int lineBytesMax, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var number = 1;
        var isSkipping = false;
        while (true)
        {
            var read = await body.ReadAsync(cancellation);
            var rest = read.Buffer;
            while (TryTake(ref rest, read.IsCompleted, out var line))
            {
                var isTooLong = isSkipping || line.Length > lineBytesMax;
                yield return new BodyLine(number++, isTooLong ? ReadOnlySequence<byte>.Empty : line, isTooLong);
                isSkipping = false;
            }
            if (read.IsCompleted)
            {
                body.AdvanceTo(rest.End);
                yield break;
            }
            // Of a line that is too long already nothing is kept but that it is.
            isSkipping |= rest.Length > lineBytesMax;
            body.AdvanceTo(isSkipping ? rest.End : rest.Start, rest.End);
        }
    }

    private static bool TryTake(ref ReadOnlySequence<byte> rest, bool isLast, out ReadOnlySequence<byte> line)
    {
        if (rest.PositionOf((byte)'\n') is { } end)
        {
            line = rest.Slice(0, end);
            rest = rest.Slice(rest.GetPosition(1, end));
            return true;
        }
        line = rest;
        if (!isLast || rest.IsEmpty) return false;
        rest = rest.Slice(rest.End);
        return true;
    }
}
