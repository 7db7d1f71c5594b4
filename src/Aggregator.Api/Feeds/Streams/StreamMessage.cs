using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Aggregator.Http;
using Aggregator.Topics;
using Aggregator.Wire;

namespace Aggregator.Feeds;

/// <summary>Entries of a topic as they go over the wire to every follower: rendered once, as server-sent events.</summary>
internal sealed class StreamMessage
{
    /// <summary>A comment: nothing happened, and the connection lives.</summary>
    internal static readonly StreamMessage Heartbeat = new(":\n\n"u8.ToArray(), [], [], []);

    private readonly byte[] _bytes;
    private readonly int[] _starts;
    private readonly int[] _bodies;

    private StreamMessage(byte[] bytes, ImmutableArray<FeedEntry> entries, int[] starts, int[] bodies) => (_bytes, Entries, _starts, _bodies) = (bytes, entries, starts, bodies);

    /// <summary>The entries; none in a heartbeat.</summary>
    internal ImmutableArray<FeedEntry> Entries { get; }

    /// <summary>Position of the first entry; 0 for a heartbeat.</summary>
    internal long First => Entries.IsEmpty ? 0 : Entries[0].Position;

    /// <summary>Position of the last entry; 0 for a heartbeat.</summary>
    internal long Last => Entries.IsEmpty ? 0 : Entries[^1].Position;

    /// <summary>How many entries it holds.</summary>
    internal int Count => Entries.Length;

    /// <summary>Renders entries.</summary>
    /// <param name="entries">One or more, of one topic, ascending without gap.</param>
    internal static StreamMessage Of(ImmutableArray<FeedEntry> entries)
    {
        var buffer = new ArrayBufferWriter<byte>(2_048 * entries.Length);
        var (starts, bodies) = (new int[entries.Length], new int[entries.Length]);
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = WireJson.Options.Encoder, SkipValidation = true });
        var type = WireJson.Of<FeedEntry>();
        for (var at = 0; at < entries.Length; at++)
        {
            starts[at] = buffer.WrittenCount;
            Write(buffer, string.Create(CultureInfo.InvariantCulture, $"id: {entries[at].Position}\n"));
            bodies[at] = buffer.WrittenCount;
            Write(buffer, $"event: {WireName.From(entries[at].Change)}\ndata: ");
            JsonSerializer.Serialize(json, entries[at], type);
            json.Flush();
            json.Reset(buffer);
            Write(buffer, "\n\n");
        }
        return new StreamMessage(buffer.WrittenSpan.ToArray(), entries, starts, bodies);
    }

    /// <summary>The bytes of the entries after a position, ids included; all of them for a heartbeat, none when it holds no later one.</summary>
    internal ReadOnlyMemory<byte> After(long position) =>
        Count == 0 || position < First ? _bytes : position >= Last ? ReadOnlyMemory<byte>.Empty : _bytes.AsMemory(_starts[(int)(position - First) + 1]);

    /// <summary>The bytes of one entry, without its id.</summary>
    internal ReadOnlyMemory<byte> Body(int at) => _bytes.AsMemory(_bodies[at]..(at + 1 < Count ? _starts[at + 1] : _bytes.Length));

    private static void Write(ArrayBufferWriter<byte> buffer, string text)
    {
        var written = Encoding.UTF8.GetBytes(text, buffer.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length)));
        buffer.Advance(written);
    }
}
