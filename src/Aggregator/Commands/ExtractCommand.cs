using System.CommandLine;
using Aggregator.Extraction;
using Aggregator.Extraction.Lexicon;

namespace Aggregator.Commands;

/// <summary>
/// <c>aggregator extract &lt; articles.jsonl &gt; reports.jsonl</c>: the extraction stage alone, one line an article, order kept. Exit code
/// 0 when every line was read, 1 when some were refused (each is named on standard error), 2 when the lexicon's folder is wrong.
/// </summary>
internal static class ExtractCommand
{
    /// <summary>The command, to be added to the root.</summary>
    public static Command Create()
    {
        var lexicon = new Option<DirectoryInfo?>("--lexicon")
        {
            Description = "A folder of your own lexicon and frame files, read over the built-in ones.",
        };
        var threads = new Option<int>("--threads")
        {
            Description = "Articles read at once; by default one a core.",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        threads.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 256) result.AddError("--threads takes 1 to 256.");
        });
        var command = new Command("extract", "Read articles (NDJSON, standard input) into reports (NDJSON, standard output).") { lexicon, threads };
        command.SetAction((arguments, cancellation) =>
            RunAsync(arguments.GetValue(lexicon)?.FullName, arguments.GetValue(threads), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string? lexicon, int threads, CancellationToken cancellation)
    {
        Extractor extractor;
        try
        {
            extractor = Extractor.Load(lexicon);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or LexiconException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 2;
        }
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        var (lines, bad) = await ExtractAsync(extractor, input, output, Console.Error, threads, cancellation);
        if (bad > 0) await Console.Error.WriteLineAsync($"{bad} of {lines} lines were refused.");
        return bad > 0 ? 1 : 0;
    }

    /// <summary>Extracts from one stream to another; returns the lines read and how many were refused.</summary>
    internal static Task<(long Lines, long Bad)> ExtractAsync(
        IExtractor extractor, Stream input, Stream output, TextWriter complaints, int threads, CancellationToken cancellation)
    {
        var stage = new OrderedStage((bytes, stop) => Extract(extractor, bytes, stop), threads);
        return stage.RunAsync(input, output, complaints, cancellation);
    }

    private static StageLine Extract(IExtractor extractor, byte[] line, CancellationToken cancellation)
    {
        try
        {
            var document = ArticleLine.Parse(line);
            return StageLine.Accept(ReportLines.Write(document.Article, extractor.Extract(document, cancellation)));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return StageLine.Refuse(LineFault.Of(fault));
        }
    }
}
