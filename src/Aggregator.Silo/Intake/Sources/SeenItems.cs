using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Aggregator.Intake;

/// <summary>
/// Which items of a feed have been handed in, and with what content, so that a poll hands in only what is new or
/// changed. The last 3,000 are kept; forgetting one does no harm, as the inbox knows duplicates too.
/// </summary>
internal sealed class SeenItems
{
    private const int CountMax = 3_000;
    private const int EntrySize = 12;
    private readonly Dictionary<ulong, uint> _contentById;

    private SeenItems(Dictionary<ulong, uint> contentById) => _contentById = contentById;

    /// <summary>Reads what <see cref="ToString"/> wrote; anything else is nothing seen.</summary>
    internal static SeenItems Parse(string? text)
    {
        var contents = new Dictionary<ulong, uint>();
        var bytes = new byte[(text?.Length ?? 0) * 3 / 4];
        if (text is null || !Convert.TryFromBase64String(text, bytes, out var length)) length = 0;
        for (var entry = bytes.AsSpan(0, length); entry.Length >= EntrySize; entry = entry[EntrySize..])
            contents[BinaryPrimitives.ReadUInt64LittleEndian(entry)] = BinaryPrimitives.ReadUInt32LittleEndian(entry[8..]);
        return new SeenItems(contents);
    }

    /// <summary>True when the item was handed in as it is.</summary>
    internal bool Has(FeedItem item) => _contentById.TryGetValue(IdOf(item), out var content) && content == ContentOf(item);

    /// <summary>These and what was seen before, the newest first, up to the bound.</summary>
    internal SeenItems With(IEnumerable<FeedItem> items)
    {
        var contents = new Dictionary<ulong, uint>();
        foreach (var item in items.Take(CountMax)) contents[IdOf(item)] = ContentOf(item);
        foreach (var (id, content) in _contentById)
        {
            if (contents.Count >= CountMax) break;
            contents.TryAdd(id, content);
        }
        return new SeenItems(contents);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var bytes = new byte[_contentById.Count * EntrySize];
        var entry = bytes.AsSpan();
        foreach (var (id, content) in _contentById)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(entry, id);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[8..], content);
            entry = entry[EntrySize..];
        }
        return Convert.ToBase64String(bytes);
    }

    private static ulong IdOf(FeedItem item) => BinaryPrimitives.ReadUInt64LittleEndian(Hash(item.Id));

    private static uint ContentOf(FeedItem item) =>
        BinaryPrimitives.ReadUInt32LittleEndian(Hash(string.Join('\n', item.Title, item.Url, item.Summary, item.Content, $"{item.PublishedAt?.UtcTicks}")));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
