using System.Globalization;
using System.Text.Json;
using Aggregator.Extraction.Lexicon;
using Aggregator.Extraction.Mentions;
using Aggregator.Extraction.Reading;
using Aggregator.Intake;
using Aggregator.Load;

namespace Aggregator.Extraction;

/// <summary>
/// What the parts of extraction cost an article, on one thread: <c>parts --file articles.jsonl --count 700 --seconds 30</c>. Goes through the file's first
/// articles until the time is up and prints the processor time of the cheapest round, which other work on the machine disturbs least.
/// </summary>
internal static class PartsRun
{
    private static readonly string[] s_names = ["language", "names", "tokens and tags", "trees", "all"];

    internal static int Run(LoadSettings settings)
    {
        var documents = Documents(settings.File ?? throw new ArgumentException("--file is needed."), settings.Count);
        var start = Environment.TickCount64;
        _ = ReadingModel.English;
        var model = Environment.TickCount64 - start;
        var extractor = Extractor.Load();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"model loaded",-16} {model,7} ms; the extractor in all {Environment.TickCount64 - start} ms"));
        var mentions = new MentionReader(Gazetteer.Load());
        var reader = new Reader();
        var units = documents.ConvertAll(document => mentions.Read(document.Text, document.Published).Units);
        Action[] parts =
        [
            () => Each(documents, at => TextLanguage.Of(documents[at].Text)),
            () => Each(documents, at => mentions.Read(documents[at].Text, documents[at].Published)),
            () => Each(documents, at => reader.Read(documents[at].Text, units[at], _ => false).Dispose()),
            () => Each(documents, at => reader.Read(documents[at].Text, units[at]).Dispose()),
            () => Each(documents, at => extractor.Extract(documents[at])),
        ];
        var best = new TimeSpan[parts.Length];
        Array.Fill(best, TimeSpan.MaxValue);
        var (allocated, rounds) = (0L, 0);
        for (var began = Environment.TickCount64; Environment.TickCount64 - began < settings.Seconds * 1_000L || rounds < 2; rounds++)
            for (var part = 0; part < parts.Length; part++)
            {
                var (spent, bytes) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
                parts[part]();
                allocated = GC.GetAllocatedBytesForCurrentThread() - bytes;
                if (Environment.CpuUsage.TotalTime - spent is var time && time < best[part]) best[part] = time;
            }
        var tokens = 0L;
        for (var at = 0; at < documents.Count; at++)
        {
            using var read = reader.Read(documents[at].Text, units[at], _ => false);
            tokens += read.TokenCount;
        }
        for (var part = 0; part < parts.Length; part++)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{s_names[part],-16} {best[part].TotalMilliseconds / documents.Count,7:0.000} ms an article"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{documents.Count} articles of {(double)tokens / documents.Count:0} tokens; {rounds} rounds; {tokens / best[3].TotalSeconds / 1_000:0} k tokens/s from text to tree; {allocated / 1_024 / documents.Count} KB allocated an article"));
        return 0;
    }

    private static void Each(List<Document> documents, Action<int> work)
    {
        for (var at = 0; at < documents.Count; at++) work(at);
    }

    private static List<Document> Documents(string file, int count)
    {
        var documents = new List<Document>();
        foreach (var line in File.ReadLines(file).Take(count))
        {
            using var json = JsonDocument.Parse(line);
            var article = json.RootElement;
            documents.Add(new Document
            {
                Article = ArticleId.Parse(article.GetProperty("id").GetString()!),
                Published = DateOnly.FromDateTime(DateTimeOffset.Parse(article.GetProperty("published").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).UtcDateTime),
                Title = article.GetProperty("title").GetString() ?? "",
                Text = article.GetProperty("text").GetString() ?? "",
            });
        }
        return documents;
    }
}
