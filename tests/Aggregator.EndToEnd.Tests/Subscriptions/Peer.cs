using System.Diagnostics;
using System.Text.Json;
using Aggregator.Feeds;
using Xunit;

namespace Aggregator.Subscriptions;

/// <summary>A program written with others' libraries, which runs until it is disposed of and says in lines of JSON what happens.</summary>
internal sealed class Peer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly Process _process;

    private Peer(Process process) => _process = process;

    /// <summary>Starts a script of node; skips the test where it or its packages are not here.</summary>
    internal static Peer Start(string script, params string[] arguments)
    {
        Reader.Need("node", "nodejs npm");
        Assert.SkipUnless(Directory.Exists(Reader.PathOf("node_modules")), "The packages are not here: npm ci --ignore-scripts in Feeds of this project would run this.");
        var start = new ProcessStartInfo("node", [Reader.PathOf(script), .. arguments]) { RedirectStandardOutput = true };
        return new Peer(Process.Start(start)!);
    }

    /// <summary>Starts a script of Debian's Python; skips the test where the module that it is made with is not here.</summary>
    internal static async Task<Peer> StartPythonAsync(string script, string module, string package)
    {
        await Reader.NeedPythonAsync(module, package);
        return new Peer(Process.Start(new ProcessStartInfo("/usr/bin/python3", [Reader.PathOf(script)]) { RedirectStandardInput = true, RedirectStandardOutput = true })!);
    }

    /// <summary>Tells it a line.</summary>
    internal async Task HearsAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>The next line it says.</summary>
    internal async Task<string> SaysAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        return await _process.StandardOutput.ReadLineAsync(timeout.Token) ?? throw new InvalidOperationException($"It ended with {_process.ExitCode}.");
    }

    /// <summary>The next thing that happened.</summary>
    internal async Task<JsonElement> TellsAsync() => JsonDocument.Parse(await SaysAsync()).RootElement;

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
