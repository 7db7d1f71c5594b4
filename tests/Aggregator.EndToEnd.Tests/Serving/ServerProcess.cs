using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Aggregator.Serving;

/// <summary>The real executable as a process of its own, on a free port of the loopback address, with a folder of its own.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    /// <summary>Names another build's <c>aggregator.dll</c> among a server's settings; without it this one's is started.</summary>
    internal const string Build = "build";

    /// <summary>Says among a server's settings where it listens, for one that has to know its address; without it on a free port.</summary>
    internal const string Urls = "urls";

    private const string FreePort = "http://127.0.0.1:0";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string ThisBuild = Path.Combine(AppContext.BaseDirectory, "aggregator.dll");

    private readonly Process _process;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
        Client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
    }

    internal Uri Address { get; }

    internal HttpClient Client { get; }

    /// <summary>Starts it and waits until it says where it listens.</summary>
    /// <exception cref="InvalidOperationException">It ended instead; the message holds what it said.</exception>
    internal static Task<ServerProcess> StartAsync(string folder, params string[] arguments) => StartAsync(folder, new Dictionary<string, string>(), arguments);

    /// <summary>Starts it with settings of the environment, such as <c>AGGREGATOR_Intake__PendingCountMax</c>.</summary>
    internal static async Task<ServerProcess> StartAsync(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet");
        foreach (var (name, value) in await TestStore.OfAsync(folder, environment)) start.Environment[name] = value;
        return await StartAsync(start, [environment.GetValueOrDefault(Build, ThisBuild), .. Serve(folder, environment.GetValueOrDefault(Urls, FreePort)), .. arguments]);
    }

    /// <summary>Starts it as a systemd unit would.</summary>
    internal static Task<ServerProcess> StartAsync(UnitFile unit)
    {
        var start = new ProcessStartInfo(unit.Command[0]);
        foreach (var (name, value) in unit.Environment) start.Environment[name] = value;
        return StartAsync(start, unit.Command[1..]);
    }

    /// <summary>Starts it where no file can grow beyond a size: to the store that is a full disk.</summary>
    internal static Task<ServerProcess> StartOnSmallDiskAsync(string folder, int fileKilobytesMax)
    {
        var start = new ProcessStartInfo("bash");
        // The runtime's own double mapping of code is a large file to the limit; without it only the store meets it.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"trap '' XFSZ; ulimit -f {fileKilobytesMax}; exec dotnet \"$@\""));
        start.ArgumentList.Add("dotnet");
        return StartAsync(start, [ThisBuild, .. Serve(folder, FreePort)]);
    }

    private static string[] Serve(string folder, string urls) => ["serve", "--data", folder, "--urls", urls];

    private static async Task<ServerProcess> StartAsync(ProcessStartInfo start, IEnumerable<string> arguments)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var process = Process.Start(start) ?? throw new InvalidOperationException("No process was started.");
        using var timeout = new CancellationTokenSource(Patience);
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(timeout.Token) is { } line)
        {
            said.Add(line);
            if (!line.StartsWith("Listening on ", StringComparison.Ordinal)) continue;
            Drain(process.StandardOutput);
            Drain(process.StandardError);
            return new ServerProcess(process, new Uri(line["Listening on ".Length..]));
        }
        said.Add(await process.StandardError.ReadToEndAsync(timeout.Token));
        await process.WaitForExitAsync(timeout.Token);
        throw new InvalidOperationException($"The server ended with {process.ExitCode}: {string.Join('\n', said)}");
    }

    /// <summary>What it has used of processors since its start.</summary>
    internal TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    internal async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as a service manager sends it; returns the exit code.</summary>
    internal async Task<int> StopAsync()
    {
        // Of itself already, where it was voted out meanwhile.
        if (!_process.HasExited) Signal(TerminateSignal);
        using var timeout = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(timeout.Token);
        return _process.ExitCode;
    }

    /// <summary>SIGSTOP: it stands still, its connections open, until it is resumed.</summary>
    internal void Freeze() => Signal(StopSignal);

    internal void Resume() => Signal(ContinueSignal);

    /// <summary>Returns once it has ended, of itself or killed.</summary>
    internal Task EndedAsync(CancellationToken cancellation) => _process.WaitForExitAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    private static void Drain(StreamReader reader) => _ = Task.Run(async () =>
    {
        while (await reader.ReadLineAsync() is not null) { }
    });

    private void Signal(int signal)
    {
        if (SendSignal(_process.Id, signal) != 0) throw new InvalidOperationException("The signal could not be sent.");
    }

    // https://man7.org/linux/man-pages/man7/signal.7.html, x86 and ARM.
    private const int TerminateSignal = 15, ContinueSignal = 18, StopSignal = 19;

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
