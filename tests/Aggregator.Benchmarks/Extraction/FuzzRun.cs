using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Aggregator.Intake;
using Aggregator.Load;

namespace Aggregator.Extraction;

/// <summary>
/// Extracts spoiled articles on two threads and tells which crash, which take too long, and which give a span that is not in the text:
/// <c>fuzz --count 100000 [--file articles.jsonl] [--seed N]</c>. Every fault is named with the seed that makes its text again by <c>--count 1</c>.
/// </summary>
internal static class FuzzRun
{
    private const int TextLengthMax = 1_500;
    private const int FaultsShownMax = 20;
    private static readonly string[] s_madeUp = [HostileTexts.News, "At least 40 people were killed and 7 injured in a flood near Gao, Mali, the mayor said on 5 May 2020.\n\n" + HostileTexts.News];

    /// <summary>Longer than any text of this length needs on a laden machine.</summary>
    private static readonly TimeSpan s_timeMax = TimeSpan.FromSeconds(10);

    internal static int Run(LoadSettings settings)
    {
        var texts = settings.File is { } file ? Texts(file) : s_madeUp;
        var extractor = Extractor.Load();
        var faults = new ConcurrentQueue<string>();
        var under = new ConcurrentDictionary<int, long>();
        var reports = 0L;
        using var watch = new Timer(_ => NameSlow(under), null, s_timeMax, s_timeMax);
        Parallel.For(0, settings.Count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, number =>
        {
            var seed = unchecked(settings.Seed + number);
            under[seed] = Environment.TickCount64;
            var text = Mutation.Of(texts[(int)((uint)seed % texts.Length)], texts[(int)((uint)seed / 7 % texts.Length)], seed, TextLengthMax);
            try
            {
                var told = extractor.Extract(new Document { Article = ArticleId.Parse("fuzz-1"), Published = new DateOnly(2026, 1, 1), Outlet = "Example", Title = text[..Math.Min(text.Length, 80)], Text = text });
                Interlocked.Add(ref reports, told.Count);
                foreach (var report in told)
                    if (Outside(report, text) is { } span) faults.Enqueue($"seed {seed}: {report.Rule} gives {span} in a text of {text.Length}");
            }
            // Any exception of the extractor's is what is looked for; one that says the machine is spent is not its.
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                faults.Enqueue($"seed {seed}: {fault}");
            }
            if (under.TryRemove(seed, out var began) && TimeSpan.FromMilliseconds(Environment.TickCount64 - began) is var took && took > s_timeMax)
                faults.Enqueue(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: took {took.TotalSeconds:0} s"));
        });
        foreach (var fault in faults.Take(FaultsShownMax)) Console.WriteLine(fault);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{settings.Count} texts from seed {settings.Seed}, {reports} reports, {faults.Count} faults"));
        return faults.IsEmpty ? 0 : 1;
    }

    /// <summary>What never ends is named while it runs.</summary>
    private static void NameSlow(ConcurrentDictionary<int, long> under)
    {
        foreach (var (seed, began) in under)
            if (Environment.TickCount64 - began > s_timeMax.TotalMilliseconds)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: still running after {(Environment.TickCount64 - began) / 1_000} s"));
    }

    /// <summary>The first of a report's spans that is not in the text; null when all are.</summary>
    internal static Span? Outside(Report report, string text)
    {
        foreach (var span in report.Also.Append(report.Span).Append(report.Sentence).Concat(report.Evidence.Select(slot => slot.Span).OfType<Span>()))
            if (span.Start < 0 || span.Length < 0 || span.Start > text.Length - span.Length) return span;
        return null;
    }

    private static string[] Texts(string file)
    {
        var texts = new List<string>();
        foreach (var line in File.ReadLines(file))
        {
            using var article = JsonDocument.Parse(line);
            if (article.RootElement.TryGetProperty("text", out var text) && text.GetString() is { Length: > 0 } found) texts.Add(found[..Math.Min(found.Length, TextLengthMax)]);
        }
        return texts.Count > 0 ? [.. texts] : throw new InvalidDataException($"{file} has no article with a text.");
    }
}
