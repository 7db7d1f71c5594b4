using System.Text.Json;

namespace Aggregator.Demo;

/// <summary>The sample set that <c>serve --demo</c> plays: invented articles, and topics for them.</summary>
/// <param name="Steps">What happens, in order of publication.</param>
/// <param name="Topics">The topics to define before the first step.</param>
internal sealed record DemoSet(IReadOnlyList<DemoStep> Steps, IReadOnlyList<DemoTopic> Topics)
{
    /// <summary>Reads the set that is embedded in this executable.</summary>
    /// <exception cref="InvalidDataException">A file of it is broken; the message names the file and the line.</exception>
    public static DemoSet Load()
    {
        using var lines = new StreamReader(Open("articles.jsonl"));
        using var topics = Open("topics.json");
        return new DemoSet(DemoScript.Read(lines, "articles.jsonl"), ReadTopics(topics));
    }

    private static DemoTopic[] ReadTopics(Stream json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, DemoJson.Default.DemoTopicArray)
                ?? throw new InvalidDataException("topics.json: null where a list of topics should be.");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"topics.json line {fault.LineNumber + 1}: {fault.Message}", fault);
        }
    }

    private static Stream Open(string name) =>
        typeof(DemoSet).Assembly.GetManifestResourceStream($"Demo/{name}")
        ?? throw new InvalidDataException($"{name} is not embedded in this executable.");
}
