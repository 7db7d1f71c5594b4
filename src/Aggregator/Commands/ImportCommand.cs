using System.CommandLine;
using Aggregator.Access;
using Aggregator.Hosting;
using Aggregator.Importing;
using Spectre.Console;

namespace Aggregator.Commands;

/// <summary>
/// <c>aggregator import FILE…</c>: hands files of articles to a running server, or with <c>--data</c> to a store that nobody serves.
/// What is imported twice is a duplicate, so an import that was stopped can simply be run again.
/// </summary>
internal static class ImportCommand
{
    internal static Command Create()
    {
        var files = new Argument<FileInfo[]>("files") { Description = "NDJSON, RSS, Atom or JSON Feed files.", Arity = ArgumentArity.OneOrMore };
        var url = new Option<string>("--url") { Description = "The running server.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        url.Validators.Add(result =>
        {
            if (!Uri.TryCreate(result.GetValueOrDefault<string>(), UriKind.Absolute, out var read) || read.Scheme is not ("http" or "https"))
                result.AddError("--url takes an http or https address.");
        });
        var data = new Option<DirectoryInfo?>("--data") { Description = "Instead of a running server: the folder of a store that nobody serves." };
        var outlet = new Option<string?>("--outlet") { Description = "The outlet that a feed's entries bear; by default the feed's title." };
        var from = new Option<long>("--from") { Description = "The line of the first file to begin with.", DefaultValueFactory = _ => 1 };
        var keyFile = ClientKey.Option();
        var command = new Command("import", "Import files of articles.") { files, url, data, outlet, from, keyFile };
        command.SetAction((parsed, cancellation) => RunAsync(
            [.. parsed.GetValue(files)!.Select(file => new ImportFile(file, parsed.GetValue(outlet)))], new Uri(parsed.GetValue(url)!), parsed.GetValue(data), parsed.GetValue(from),
            parsed.GetValue(keyFile), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<ImportFile> files, Uri url, DirectoryInfo? data, long from, FileInfo? keyFile, CancellationToken cancellation)
    {
        if (files.FirstOrDefault(file => !file.File.Exists) is { } missing)
        {
            await Console.Error.WriteLineAsync($"aggregator: there is no file {missing.File.FullName}.");
            return ExitCodes.CannotStart;
        }
        if (data is null) return await ImportAsync(files, url, from, keyFile, cancellation);
        await using var server = await ServerRun.StartAsync(new ServeSettings(data, "http://127.0.0.1:0", Demo: false, ServerRole.All), cancellation);
        return server.Address is { } address ? await ImportAsync(files, address, from, keyFile, cancellation) : ExitCodes.CannotStart;
    }

    private static async Task<int> ImportAsync(IReadOnlyList<ImportFile> files, Uri url, long from, FileInfo? keyFile, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = new Uri(url, "/"), Timeout = TimeSpan.FromMinutes(2) };
        ClientKey.Send(http, keyFile);
        var client = new ImportClient(http, TimeProvider.System);
        if (Console.IsOutputRedirected) return await ImportAsync(files, from, client, new PlainProgress(Console.Out), cancellation);
        var code = ExitCodes.Done;
        await AnsiConsole.Progress().Columns(new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(async bar => code = await ImportAsync(files, from, client, new BarProgress(bar.AddTask("importing", maxValue: files.Sum(file => file.File.Length))), cancellation));
        return code;
    }

    private static async Task<int> ImportAsync(
        IReadOnlyList<ImportFile> files, long from, ImportClient client, IImportProgress progress, CancellationToken cancellation)
    {
        var importer = new Importer(client, progress, Console.Error);
        var failed = false;
        foreach (var file in files)
        {
            try
            {
                await importer.RunAsync(file, file == files[0] ? from : 1, cancellation);
            }
            catch (InvalidDataException fault)
            {
                await Console.Error.WriteLineAsync($"{file.File.Name}: {fault.Message}");
                failed = true;
            }
            catch (Exception fault) when (fault is OperationCanceledException or HttpRequestException)
            {
                await Console.Error.WriteLineAsync($"aggregator: stopped in {file.File.Name} behind line {importer.LastLine} ({importer.Tally}). {fault.Message} Go on with --from {importer.LastLine + 1}.");
                return ExitCodes.Stopped;
            }
        }
        await WaitAsync(client, cancellation);
        Console.WriteLine($"{importer.Tally.LineCount} lines: {importer.Tally}.");
        return failed || importer.Tally.RefusedCount > 0 ? ExitCodes.SomeRefused : ExitCodes.Done;
    }

    /// <summary>Returns once the server is through with what was imported.</summary>
    private static async Task WaitAsync(ImportClient client, CancellationToken cancellation)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await client.ReadPendingAsync(cancellation) > 0) await pause.WaitForNextTickAsync(cancellation);
    }
}
