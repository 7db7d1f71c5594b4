using System.Diagnostics;

namespace Aggregator.Serving;

/// <summary>A command of the real executable, or another program, as a process that is waited for or killed.</summary>
internal sealed class CommandRun : IDisposable
{
    private readonly Process _process;
    private readonly List<string> _said = [];

    private CommandRun(Process process) => _process = process;

    /// <summary>What it said on standard output so far.</summary>
    internal IReadOnlyList<string> Said => _said;

    /// <summary>Starts <c>aggregator</c> with settings of the environment.</summary>
    internal static CommandRun Start(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Start("dotnet", environment, [Path.Combine(AppContext.BaseDirectory, "aggregator.dll"), .. arguments]);

    /// <summary>Starts a program.</summary>
    internal static CommandRun Start(string file, IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new CommandRun(Process.Start(start) ?? throw new InvalidOperationException("No process was started."));
    }

    /// <summary>Runs a program to its end, which must be well.</summary>
    internal static async Task RunAsync(string file, params string[] arguments)
    {
        using var run = Start(file, new Dictionary<string, string>(), arguments);
        var (code, complaints) = await run.EndedAsync();
        if (code != 0) throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} ended with {code}: {complaints} {string.Join('\n', run.Said)}");
    }

    /// <summary>Kills it as soon as it says a line that begins so; false when it ended before.</summary>
    internal async Task<bool> KillAtAsync(string line)
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } said)
        {
            _said.Add(said);
            if (!said.StartsWith(line, StringComparison.Ordinal)) continue;
            _process.Kill();
            await _process.WaitForExitAsync();
            return true;
        }
        return false;
    }

    /// <summary>Waits for its end; its exit code, and what it said on standard error.</summary>
    internal async Task<(int Code, string Complaints)> EndedAsync()
    {
        var complaints = _process.StandardError.ReadToEndAsync();
        while (await _process.StandardOutput.ReadLineAsync() is { } said) _said.Add(said);
        await _process.WaitForExitAsync();
        return (_process.ExitCode, await complaints);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
