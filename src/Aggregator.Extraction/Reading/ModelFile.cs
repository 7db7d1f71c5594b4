using System.IO.Compression;
using System.Text;
using Aggregator.Extraction.Reading.Network;

namespace Aggregator.Extraction.Reading;

/// <summary>
/// The model file: a plain header of mark, version and card, so that <c>head</c> shows what it is, then the tags, the tag dictionary and the network,
/// Brotli-compressed.
/// </summary>
internal static class ModelFile
{
    private const int Version = 3;
    private const int RowsMax = 1_000_000;
    private static ReadOnlySpan<byte> Mark => "AGGREAD\n"u8;

    internal static void Write(ReadingModel model, Stream stream)
    {
        stream.Write(Mark);
        using (var header = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            header.Write(Version);
            header.Write(model.Card.Provenance);
            header.Write(model.Card.Licence);
            header.Write(model.Card.Scores);
        }
        using var packed = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(new BufferedStream(packed, 1 << 16));
        WriteTags(writer, model.Tags);
        WriteDictionary(writer, model.Dictionary);
        NetworkFile.Write(writer, model.Network);
    }

    internal static ReadingModel Read(Stream stream)
    {
        Span<byte> mark = stackalloc byte[Mark.Length];
        if (stream.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false) < mark.Length || !mark.SequenceEqual(Mark))
            throw new InvalidDataException("This is no reading model.");
        using var header = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        var version = header.ReadInt32();
        if (version != Version) throw new InvalidDataException($"The reading model has version {version}; this program reads {Version}.");
        var card = new ModelCard(header.ReadString(), header.ReadString(), header.ReadString());
        using var unpacked = new MemoryStream();
        using (var packed = new BrotliStream(stream, CompressionMode.Decompress, leaveOpen: true)) packed.CopyTo(unpacked);
        var bytes = new ModelBytes(unpacked.GetBuffer().AsSpan(0, (int)unpacked.Length));
        return new ReadingModel(card, ReadTags(ref bytes), ReadDictionary(ref bytes), NetworkFile.Read(ref bytes));
    }

    private static void WriteTags(BinaryWriter writer, TagSet tags)
    {
        writer.Write((byte)tags.Count);
        for (var i = 0; i < tags.Count; i++)
        {
            writer.Write(tags[i].Upos.Name());
            writer.Write(tags[i].Penn.Name());
        }
    }

    private static TagSet ReadTags(ref ModelBytes bytes)
    {
        var pairs = new (Upos, Penn)[bytes.Byte()];
        for (var i = 0; i < pairs.Length; i++) pairs[i] = (TagNames.ParseUpos(bytes.Text()), TagNames.ParsePenn(bytes.Text()));
        return new TagSet(pairs);
    }

    private static void WriteDictionary(BinaryWriter writer, TagDictionary dictionary)
    {
        writer.Write7BitEncodedInt(dictionary.Entries.Count);
        foreach (var entry in dictionary.Entries.OrderBy(entry => entry.Word))
        {
            writer.Write(entry.Word);
            writer.Write7BitEncodedInt((int)entry.TagSet);
        }
    }

    private static TagDictionary ReadDictionary(ref ModelBytes bytes)
    {
        var entries = new TagDictionary.Entry[bytes.Count(RowsMax)];
        for (var i = 0; i < entries.Length; i++) entries[i] = new TagDictionary.Entry(bytes.UInt32(), bytes.Varint());
        return new TagDictionary(entries);
    }
}
