using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace Aggregator.Feeds;

/// <summary>Programs written by others that read feeds and streams. A machine without one skips the test and says what would run it.</summary>
internal static class Reader
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Where the scripts and the packages that they use are.</summary>
    private static readonly string Folder = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../Feeds"));

    internal static string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>What a parser of npm or of Debian's Python makes of an address.</summary>
    internal static async Task<JsonElement> ReadAsync(string parser, Uri address)
    {
        var isPython = parser is "feedparser" or "icalendar" or "csv";
        if (isPython) await NeedPythonAsync(parser, $"apt-get install python3-{parser}");
        else NeedNode();
        var said = isPython ? await RunAsync("/usr/bin/python3", [PathOf("read.py"), parser, address.AbsoluteUri]) : await RunAsync("node", [PathOf("read.mjs"), parser, address.AbsoluteUri]);
        return JsonDocument.Parse(said).RootElement;
    }

    /// <summary>What a client of npm hears of a stream: as many events as asked for.</summary>
    internal static async Task<List<JsonElement>> FollowAsync(string client, Uri address, int count, string? last = null)
    {
        NeedNode();
        string[] arguments = [PathOf("follow.mjs"), client, address.AbsoluteUri, $"{count}", .. last is null ? [] : (string[])[last]];
        return [.. (await RunAsync("node", arguments)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    /// <summary>Runs a program to its end, which has to be a good one; returns what it printed.</summary>
    internal static async Task<string> RunAsync(string program, string[] arguments, string? input = null, string? home = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        if (home is not null) start.Environment["HOME"] = home;
        using var process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(Patience);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(timeout.Token), process.StandardError.ReadToEndAsync(timeout.Token));
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {await error}{await output}");
        return await output;
    }

    /// <summary>Skips the test where a program is not there.</summary>
    internal static void Need(string program, string package) => Assert.SkipUnless(
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program))), $"There is no {program} here: apt-get install {package} would run this.");

    private static void NeedNode()
    {
        Need("node", "nodejs npm");
        Assert.SkipUnless(Directory.Exists(PathOf("node_modules")), $"The parsers are not here: npm ci --ignore-scripts in {Path.GetFileName(Folder)} of this project would run this.");
    }

    /// <summary>Skips the test where Debian's Python has no such module; says what would install it.</summary>
    internal static async Task NeedPythonAsync(string module, string install)
    {
        Need("python3", "python3");
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", $"import {module}"]) { RedirectStandardError = true })!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.SkipUnless(process.ExitCode == 0, $"There is no {module} for Python here: {install} would run this.");
    }
}
