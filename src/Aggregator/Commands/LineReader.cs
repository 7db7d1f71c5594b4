using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Aggregator.Commands;

/// <summary>Reads a stream line by line in bounded memory: a line over the limit is passed on as such, without its bytes.</summary>
internal static class LineReader
{
    /// <summary>The longest line that is read, in bytes; some eight times the longest article accepted.</summary>
    public const int LineBytesMax = 8 * 1024 * 1024;

    /// <summary>The lines that hold more than white space, with their numbers from 1.</summary>
    /// <param name="stream">UTF-8 text; a byte order mark is passed over.</param>
    /// <param name="cancellation">Stops between lines.</param>
    public static async IAsyncEnumerable<NumberedLine> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        var number = 0L;
        var skipping = false;
        while (true)
        {
            var result = await reader.ReadAsync(cancellation);
            var buffer = result.Buffer;
            while (TakeLine(ref buffer, result.IsCompleted, out var line))
            {
                number++;
                if (skipping || line.Length > LineBytesMax) yield return new NumberedLine(number, null);
                else if (Trim(line) is { Length: > 0 } bytes) yield return new NumberedLine(number, bytes);
                skipping = false;
            }
            if (buffer.Length > LineBytesMax)
            {
                skipping = true;
                buffer = buffer.Slice(buffer.End);
            }
            reader.AdvanceTo(buffer.Start, buffer.End);
            if (result.IsCompleted) break;
        }
        if (skipping) yield return new NumberedLine(number + 1, null);
        await reader.CompleteAsync();
    }

    private static bool TakeLine(ref ReadOnlySequence<byte> buffer, bool isLast, out ReadOnlySequence<byte> line)
    {
        line = buffer;
        if (buffer.PositionOf((byte)'\n') is { } end)
        {
            line = buffer.Slice(0, end);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            return true;
        }
        if (!isLast || buffer.IsEmpty) return false;
        buffer = buffer.Slice(buffer.End);
        return true;
    }

    private static byte[] Trim(ReadOnlySequence<byte> line)
    {
        var bytes = line.IsSingleSegment ? line.FirstSpan : line.ToArray();
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes["\uFEFF"u8.Length..];
        return bytes.Trim(" \t\r"u8).ToArray();
    }
}
