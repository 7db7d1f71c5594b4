using System.IO.Compression;
using System.Text;

namespace Aggregator.Extraction.Reading;

/// <summary>
/// The model file: a plain header of mark, version and card, so that <c>head</c> shows what it is, then the tables, Brotli-compressed:
/// keys as differences, rows as their non-zero weights.
/// </summary>
internal static class ModelFile
{
    private const int Version = 1;
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
        using var writer = new BinaryWriter(packed);
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
        using var unpacked = new BrotliStream(stream, CompressionMode.Decompress, leaveOpen: true);
        using var reader = new BinaryReader(new BufferedStream(unpacked, 1 << 16));
        return new ReadingModel(
            card, ReadTags(reader), ReadDictionary(reader), ReadTable(reader), ReadTable(reader), ReadTable(reader));
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

    private static TagSet ReadTags(BinaryReader reader)
    {
        var pairs = new (Upos, Penn)[reader.ReadByte()];
        for (var i = 0; i < pairs.Length; i++)
            pairs[i] = (TagNames.ParseUpos(reader.ReadString()), TagNames.ParsePenn(reader.ReadString()));
        return new TagSet(pairs);
    }

    private static void WriteDictionary(BinaryWriter writer, TagDictionary dictionary)
    {
        var entries = dictionary.Entries.OrderBy(entry => entry.Key).ToArray();
        writer.Write7BitEncodedInt(entries.Length);
        foreach (var (word, set) in entries)
        {
            writer.Write(word);
            writer.Write7BitEncodedInt((int)set);
        }
    }

    private static TagDictionary ReadDictionary(BinaryReader reader)
    {
        var entries = new KeyValuePair<uint, uint>[Checked(reader.Read7BitEncodedInt())];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = KeyValuePair.Create(reader.ReadUInt32(), (uint)reader.Read7BitEncodedInt());
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

    private static WeightTable ReadTable(BinaryReader reader)
    {
        var classes = reader.Read7BitEncodedInt();
        if (classes is < 1 or > byte.MaxValue) throw new InvalidDataException("The reading model is damaged.");
        var keys = new uint[Checked(reader.Read7BitEncodedInt())];
        uint last = 0;
        for (var i = 0; i < keys.Length; i++) keys[i] = last += (uint)reader.Read7BitEncodedInt();
        var rows = new short[keys.Length * classes];
        for (var i = 0; i < keys.Length; i++)
        {
            var row = rows.AsSpan(i * classes, classes);
            for (int left = reader.ReadByte(); left > 0; left--)
            {
                var at = reader.ReadByte();
                if (at >= classes) throw new InvalidDataException("The reading model is damaged.");
                var folded = reader.Read7BitEncodedInt();
                row[at] = (short)((folded >> 1) ^ -(folded & 1));
            }
        }
        return new WeightTable(classes, keys, rows);
    }

    private static int Checked(int count) =>
        count is >= 0 and <= RowsMax ? count : throw new InvalidDataException("The reading model is damaged.");
}
