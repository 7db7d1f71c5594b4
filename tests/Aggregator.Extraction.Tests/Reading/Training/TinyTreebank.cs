namespace Aggregator.Extraction.Reading.Training;

/// <summary>A treebank of a few words, written for these tests, in a file that goes away with it.</summary>
internal sealed class TinyTreebank : IDisposable
{
    private static readonly string[] s_people = ["soldiers", "farmers", "workers", "pilots"];
    private static readonly string[] s_deeds = ["met", "saw", "helped", "left"];

    internal TinyTreebank()
    {
        Path = System.IO.Path.GetTempFileName();
        File.WriteAllText(Path, Text());
    }

    internal string Path { get; }

    internal static string Text()
    {
        var lines = new List<string> { "# newdoc id = tiny" };
        foreach (var (one, deed, other) in from one in s_people from deed in s_deeds from other in s_people select (one, deed, other))
        {
            lines.Add($"# text = The {one} {deed} {other}.");
            lines.AddRange([Word(1, "The", "DET", "DT", 2, "det"), Word(2, one, "NOUN", "NNS", 3, "nsubj"), Word(3, deed, "VERB", "VBD", 0, "root")]);
            lines.AddRange([Word(4, other, "NOUN", "NNS", 3, "obj"), Word(5, ".", "PUNCT", ".", 3, "punct"), ""]);
        }
        return string.Join('\n', lines) + "\n";
    }

    internal static TrainingOptions Options(string path) =>
        new() { Treebanks = [path], Passes = 12, LearningRate = 0.01, FeatureCountMin = 1, TagCountMin = 1, Recase = 0 };

    public void Dispose() => File.Delete(Path);

    private static string Word(int id, string form, string upos, string penn, int head, string relation) =>
        $"{id}\t{form}\t_\t{upos}\t{penn}\t_\t{head}\t{relation}\t_\t_";
}
