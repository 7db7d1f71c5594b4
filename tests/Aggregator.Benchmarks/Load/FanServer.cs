using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Aggregator.Load;

/// <summary>A server of event streams in a process of its own, started for a run: this one, or nginx with its nchan module.</summary>
internal sealed class FanServer : IAsyncDisposable
{
    private const string NchanModule = "/usr/lib/nginx/modules/ngx_nchan_module.so";

    private readonly DirectoryInfo _folder;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private Process _process;

    private FanServer(Process process, DirectoryInfo folder, Uri address, IReadOnlyDictionary<string, string> settings) =>
        (_process, _folder, Address, _settings) = (process, folder, address, settings);

    internal Uri Address { get; private set; }

    /// <summary>Processor time since it started.</summary>
    internal TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Megabytes resident, its children's among them.</summary>
    internal double Megabytes => Field("VmRSS:");

    /// <summary>The most megabytes that were ever resident.</summary>
    internal double PeakMegabytes => Field("VmHWM:");

    internal static Task<FanServer> StartAggregatorAsync() => StartAggregatorAsync(
        Directory.CreateTempSubdirectory("aggregator-fan-"), new Dictionary<string, string> { ["AGGREGATOR_Api__StreamsPerClientMax"] = "100000" });

    /// <summary>Starts this server over a folder, with settings of the environment.</summary>
    internal static async Task<FanServer> StartAggregatorAsync(DirectoryInfo folder, IReadOnlyDictionary<string, string> settings)
    {
        var (process, address) = await StartProcessAsync(folder, settings);
        return new FanServer(process, folder, address, settings);
    }

    /// <summary>Kills it as a crash would, and starts it again over the same folder, at another address.</summary>
    internal async Task KillAndRestartAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        (_process, Address) = await StartProcessAsync(_folder, _settings);
    }

    private static async Task<(Process Process, Uri Address)> StartProcessAsync(DirectoryInfo folder, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "aggregator.dll"), "serve", "--data", folder.FullName, "--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith("Listening on ", StringComparison.Ordinal)) continue;
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
            return (process, new Uri(line["Listening on ".Length..]));
        }
        throw new InvalidOperationException("The server did not start.");
    }

    /// <summary>Null where nginx or the module is not here.</summary>
    internal static async Task<FanServer?> StartNchanAsync()
    {
        if (!File.Exists(NchanModule)) return null;
        var folder = Directory.CreateTempSubdirectory("nchan-fan-");
        var port = FreePort();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "nginx.conf"), string.Create(CultureInfo.InvariantCulture,
            $$"""
            load_module {{NchanModule}};
            daemon off; master_process off; worker_rlimit_nofile 65536; pid {{folder.FullName}}/nginx.pid; error_log {{folder.FullName}}/error.log;
            events { worker_connections 32768; }
            http {
              access_log off; nchan_shared_memory_size 512M;
              server {
                listen 127.0.0.1:{{port}};
                location ~ ^/follow/(.+)$ { nchan_subscriber eventsource; nchan_channel_id $1; nchan_subscriber_first_message newest; }
                location ~ ^/tell/(.+)$ { nchan_publisher; nchan_channel_id $1; nchan_message_buffer_length 10; }
              }
            }
            """));
        var process = Process.Start(new ProcessStartInfo("/usr/sbin/nginx", ["-c", Path.Combine(folder.FullName, "nginx.conf"), "-p", folder.FullName]))!;
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await ListensAsync(port)) await pause.WaitForNextTickAsync();
        return new FanServer(process, folder, new Uri($"http://127.0.0.1:{port}"), new Dictionary<string, string>());
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        if (_folder.Exists) _folder.Delete(recursive: true);
    }

    private double Field(string name) =>
        double.Parse(File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith(name, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1_024;

    private static async Task<bool> ListensAsync(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
