using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace Aggregator.Load;

/// <summary>
/// <c>start</c>: starts <c>aggregator serve</c> on a fresh folder <c>--count</c> times and prints the median time from the start of the process to the first
/// 200 of <c>/readyz</c>, which a grain and the store have to answer for. The executable is built beside this one.
/// </summary>
internal static class StartTime
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    internal static async Task<int> RunAsync(LoadSettings settings)
    {
        var times = new List<double>();
        for (var run = 0; run < settings.Count; run++) times.Add((await TimeAsync()).TotalSeconds);
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{times.Count} starts to the first 200: median {times[times.Count / 2]:F2} s, fastest {times[0]:F2} s, slowest {times[^1]:F2} s"));
        return 0;
    }

    private static async Task<TimeSpan> TimeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("aggregator-bench-");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        var port = FreePort();
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "aggregator.dll"), "serve", "--data", folder.FullName, "--urls", $"http://127.0.0.1:{port}" })
            start.ArgumentList.Add(argument);
        var began = Stopwatch.GetTimestamp();
        using var server = Process.Start(start) ?? throw new InvalidOperationException("No process was started.");
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        using var pause = new PeriodicTimer(Pause);
        while (await pause.WaitForNextTickAsync())
        {
            if (server.HasExited) throw new InvalidOperationException(await server.StandardError.ReadToEndAsync());
            try
            {
                using var answer = await client.GetAsync(new Uri("/readyz", UriKind.Relative));
                if (answer.IsSuccessStatusCode) break;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
        }
        var took = Stopwatch.GetElapsedTime(began);
        server.Kill();
        await server.WaitForExitAsync();
        folder.Delete(recursive: true);
        return took;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
