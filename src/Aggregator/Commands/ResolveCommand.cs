using System.CommandLine;
using Aggregator.Extraction;
using Aggregator.Intake;

namespace Aggregator.Commands;

/// <summary>
/// <c>aggregator resolve &lt; articles.jsonl &gt; events.jsonl</c>: extraction and resolution without a server, one line an event. Holds all
/// reports in memory, and no text. Exit code 0 when every line was read, 1 when some were refused (each is named on standard error).
/// </summary>
internal static class ResolveCommand
{
    /// <summary>The command, to be added to the root.</summary>
    internal static Command Create()
    {
        var threads = new Option<int>("--threads") { Description = "Articles read at once; by default one a core.", DefaultValueFactory = _ => Environment.ProcessorCount };
        threads.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 256) result.AddError("--threads takes 1 to 256.");
        });
        var command = new Command("resolve", "Read articles (NDJSON, standard input) into events (NDJSON, standard output).") { threads };
        command.SetAction((arguments, cancellation) => RunAsync(arguments.GetValue(threads), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(int threads, CancellationToken cancellation)
    {
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        return await ResolveAsync(Extractor.Load(), input, output, Console.Error, threads, cancellation) > 0 ? 1 : 0;
    }

    /// <summary>Resolves from one stream to another; returns how many lines were refused.</summary>
    internal static async Task<long> ResolveAsync(
        IExtractor extractor, Stream input, Stream output, TextWriter complaints, int threads, CancellationToken cancellation)
    {
        var run = new ResolveRun(extractor as IOutletDirectory);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        var bad = 0L;
        await Parallel.ForEachAsync(LineReader.ReadAsync(input, cancellation), options, (line, stop) =>
        {
            if (Read(extractor, line, run, stop) is not { } fault) return ValueTask.CompletedTask;
            lock (complaints) complaints.WriteLine($"Line {line.Number}: {fault}");
            Interlocked.Increment(ref bad);
            return ValueTask.CompletedTask;
        });
        foreach (var newsEvent in run.Resolve()) await output.WriteAsync(EventLines.Write(newsEvent.Event, newsEvent.Articles), cancellation);
        return bad;
    }

    private static string? Read(IExtractor extractor, NumberedLine line, ResolveRun run, CancellationToken cancellation)
    {
        if (line.Bytes is not { } bytes) return $"The line is longer than {LineReader.LineBytesMax} bytes.";
        try
        {
            var document = ArticleLine.Parse(bytes);
            run.Add(document, extractor.Extract(document, cancellation));
            return null;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return LineFault.Of(fault);
        }
    }
}
