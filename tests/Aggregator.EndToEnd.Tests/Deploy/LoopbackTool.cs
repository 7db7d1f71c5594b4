using System.Diagnostics;

namespace Aggregator.Deploy;

/// <summary>A program beside the nodes, such as a proxy, that runs until the test is over.</summary>
internal sealed class LoopbackTool : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private LoopbackTool(Process process, Uri address)
    {
        _process = process;
        Client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
    }

    internal HttpClient Client { get; }

    /// <summary>Starts it and waits until a path of it is answered with success.</summary>
    internal static async Task<LoopbackTool> StartAsync(Uri address, string path, string file, params string[] arguments)
    {
        // Through exec, so that killing the process kills the program; what it says is of no interest as long as it answers.
        var start = new ProcessStartInfo("bash", ["-c", "exec \"$@\" >/dev/null 2>&1", "bash", file, .. arguments]);
        var tool = new LoopbackTool(Process.Start(start) ?? throw new InvalidOperationException("No process was started."), address);
        using var timeout = new CancellationTokenSource(Patience);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await tool.AnswersAsync(path))
        {
            if (tool._process.HasExited) throw new InvalidOperationException($"{file} ended with {tool._process.ExitCode}.");
            await pause.WaitForNextTickAsync(timeout.Token);
        }
        return tool;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }

    private async Task<bool> AnswersAsync(string path)
    {
        try
        {
            using var answer = await Client.GetAsync(new Uri(path, UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
