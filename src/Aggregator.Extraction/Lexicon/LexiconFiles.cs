using System.Security.Cryptography;
using System.Text;

namespace Aggregator.Extraction.Lexicon;

/// <summary>The lines of the built-in files with those of a user's folder laid over them.</summary>
internal sealed class LexiconFiles(string? folder)
{
    /// <summary>The largest file of a user's that is read, in bytes.</summary>
    public const long FileBytesMax = 64 * 1024 * 1024;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public List<LexiconFault> Faults { get; } = [];

    /// <summary>A hash of all that was read so far: 16 hexadecimal digits.</summary>
    public string Version => Convert.ToHexStringLower(_hash.GetCurrentHash().AsSpan(0, 8));

    /// <summary>Reads one file's entries.</summary>
    /// <param name="name">Its name: <c>places.tsv</c>.</param>
    /// <param name="keyField">Index of the field that names an entry.</param>
    /// <param name="replaces">Whether a user's entry takes the place of a built-in one of that name.</param>
    public List<LexiconLine> Read(string name, int keyField, bool replaces)
    {
        var lines = new List<LexiconLine?>();
        var byKey = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        using (var stream = typeof(LexiconFiles).Assembly.GetManifestResourceStream("lexicon/" + name))
            if (stream is not null) ReadInto(stream, name, keyField, replacesFrom: int.MaxValue, lines, byKey);
        if (folder is not null && Path.Combine(folder, name) is var path && File.Exists(path))
        {
            if (new FileInfo(path).Length > FileBytesMax) Faults.Add(new LexiconFault(path, 1, $"Larger than {FileBytesMax} bytes."));
            else
                using (var stream = File.OpenRead(path))
                    ReadInto(stream, path, keyField, replaces ? lines.Count : int.MaxValue, lines, byKey);
        }
        return [.. lines.OfType<LexiconLine>()];
    }

    private void ReadInto(
        Stream stream, string file, int keyField, int replacesFrom, List<LexiconLine?> lines, Dictionary<string, List<int>> byKey)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        for (var number = 1; reader.ReadLine() is { } text; number++)
        {
            if (text.Length == 0 || text[0] == '#' || string.IsNullOrWhiteSpace(text)) continue;
            _hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));
            if (text[0] == '-')
            {
                if (!Remove(text[1..].Trim(), int.MaxValue, lines, byKey))
                    Faults.Add(new LexiconFault(file, number, $"No entry '{text[1..].Trim()}' to remove."));
                continue;
            }
            var line = new LexiconLine(file, number, text, Faults);
            var key = line.Field(keyField).TrimStart('=');
            if (replacesFrom != int.MaxValue) Remove(key, replacesFrom, lines, byKey);
            if (!byKey.TryGetValue(key, out var places)) byKey.Add(key, places = []);
            places.Add(lines.Count);
            lines.Add(line);
        }
    }

    private static bool Remove(string key, int before, List<LexiconLine?> lines, Dictionary<string, List<int>> byKey)
    {
        if (!byKey.TryGetValue(key, out var places)) return false;
        foreach (var place in places)
            if (place < before) lines[place] = null;
        return true;
    }
}
