using System.Globalization;

namespace Aggregator.Extraction.Reading.Training;

/// <summary>Reads treebanks in the CoNLL-U format.</summary>
internal static class ConlluFile
{
    private const string TextMark = "# text = ";
    private const string ParagraphMark = "# newpar";
    private const string DocumentMark = "# newdoc";
    private const int Columns = 10;

    /// <summary>The sentences of a file, one after the other.</summary>
    /// <exception cref="FormatException">A line is neither comment, word nor blank; the message names it.</exception>
    internal static IEnumerable<GoldSentence> Read(TextReader reader, string name)
    {
        var (text, words, number, begins) = ("", new List<string[]>(), 0, false);
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.StartsWith(TextMark, StringComparison.Ordinal)) text = line[TextMark.Length..];
            if (line.StartsWith(ParagraphMark, StringComparison.Ordinal) || line.StartsWith(DocumentMark, StringComparison.Ordinal)) begins = true;
            if (line.StartsWith('#')) continue;
            if (line.Length > 0)
            {
                var columns = line.Split('\t');
                if (columns.Length != Columns) throw new FormatException($"{name}:{number}: {columns.Length} columns, not {Columns}.");
                if (!columns[0].AsSpan().ContainsAny('-', '.')) words.Add(columns);
                continue;
            }
            if (words.Count > 0) yield return ToSentence(text, words, begins);
            (text, begins) = ("", false);
            words.Clear();
        }
        if (words.Count > 0) yield return ToSentence(text, words, begins);
    }

    /// <summary>The sentences of a file on disk.</summary>
    internal static List<GoldSentence> ReadAll(string path)
    {
        using var reader = File.OpenText(path);
        return [.. Read(reader, Path.GetFileName(path))];
    }

    private static GoldSentence ToSentence(string text, List<string[]> words, bool begins) => new(
        text,
        [.. words.Select(word => word[1])],
        [.. words.Select(word => (TagNames.ParseUpos(word[3]), TagNames.ParsePenn(word[4])))],
        [.. words.Select(word => ToHead(word[6], words.Count))],
        [.. words.Select(word => RelationNames.Parse(word[7]))],
        begins);

    private static int ToHead(string column, int count)
    {
        var head = int.Parse(column, CultureInfo.InvariantCulture);
        return head == 0 ? count : head - 1;
    }
}
