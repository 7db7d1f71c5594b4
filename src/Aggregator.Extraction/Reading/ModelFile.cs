using System.IO.Compression;
using System.Text;

namespace Aggregator.Extraction.Reading;

/// <summary>
/// The model file: a plain header of mark, version and card, so that <c>head</c> shows what it is, then the tables, Brotli-compressed:
/// keys as differences, rows as their non-zero weights.
/// </summary>
internal static class ModelFile
{
    private const int Version = 2;
    private const int RowsMax = 4_000_000;
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
        WriteTable(writer, model.TaggerWeights);
        WriteTable(writer, model.ParserWeights);
        WriteTable(writer, model.LabelerWeights);
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
        return new ReadingModel(
            card, ReadTags(ref bytes), ReadDictionary(ref bytes), ReadTable(ref bytes), ReadTable(ref bytes), ReadTable(ref bytes));
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
            writer.Write(entry.OnlyTag);
        }
    }

    private static TagDictionary ReadDictionary(ref ModelBytes bytes)
    {
        var entries = new TagDictionary.Entry[bytes.Count(RowsMax)];
        for (var i = 0; i < entries.Length; i++) entries[i] = new TagDictionary.Entry(bytes.UInt32(), bytes.Varint(), bytes.Byte());
        return new TagDictionary(entries);
    }

    private static void WriteTable(BinaryWriter writer, WeightTable table)
    {
        writer.Write7BitEncodedInt(table.Classes);
        writer.Write7BitEncodedInt(table.Count);
        uint last = 0;
        table.Visit((feature, row) =>
        {
            writer.Write7BitEncodedInt((int)(feature - last));
            last = feature;
        });
        table.Visit((_, row) => WriteRow(writer, row.Span));
    }

    private static void WriteRow(BinaryWriter writer, ReadOnlySpan<short> row)
    {
        writer.Write((byte)(row.Length - row.Count((short)0)));
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] == 0) continue;
            writer.Write((byte)i);
            writer.Write7BitEncodedInt((row[i] << 1) ^ (row[i] >> 15));
        }
    }

    private static WeightTable ReadTable(ref ModelBytes bytes)
    {
        var classes = bytes.Count(byte.MaxValue);
        var keys = new uint[bytes.Count(RowsMax)];
        uint last = 0;
        for (var i = 0; i < keys.Length; i++) keys[i] = last += bytes.Varint();
        var rows = new short[keys.Length * classes];
        for (var i = 0; i < keys.Length; i++)
        {
            var row = rows.AsSpan(i * classes, classes);
            for (int left = bytes.Byte(); left > 0; left--)
            {
                var at = bytes.Byte();
                if (at >= classes) throw ModelBytes.Damaged();
                var folded = bytes.Varint();
                row[at] = (short)((int)(folded >> 1) ^ -(int)(folded & 1));
            }
        }
        return new WeightTable(classes, keys, rows);
    }
}
