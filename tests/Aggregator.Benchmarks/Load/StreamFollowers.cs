using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using HdrHistogram;

namespace Aggregator.Load;

/// <summary>
/// <c>stream</c>: holds followers of one topic's stream over plain sockets while articles are posted. Prints deliveries a second and the time from an
/// article's making to each receipt.
/// </summary>
internal static class StreamFollowers
{
    private static readonly LongConcurrentHistogram Latencies = new(1, TimeSpan.FromMinutes(5).Ticks, 3);
    private static long s_received;
    private static long s_bytes;

    internal static async Task<int> RunAsync(LoadSettings settings)
    {
        var followers = new List<Socket>();
        for (var follower = 0; follower < settings.Clients; follower++) followers.Add(await ConnectAsync(settings));
        var reading = followers.Select(ReadAsync).ToList();
        var began = Stopwatch.GetTimestamp();
        await ArticleLoad.RunAsync(settings with { Clients = 2 });
        await QuietAsync();
        var took = Stopwatch.GetElapsedTime(began) - TimeSpan.FromSeconds(2);
        Console.WriteLine($"{settings.Clients} followers, {Interlocked.Read(ref s_received)} deliveries, {Interlocked.Read(ref s_received) / took.TotalSeconds:F0}/s, "
            + $"{Interlocked.Read(ref s_bytes) / took.TotalSeconds / 1e6:F1} MB/s; from POST to receipt {Latency.Of(Latencies)}");
        foreach (var follower in followers) follower.Dispose();
        await Task.WhenAll(reading);
        return 0;
    }

    private static async Task<Socket> ConnectAsync(LoadSettings settings)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Parse(settings.Url.Host), settings.Url.Port));
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET /v1/topics/{settings.Topic}/stream?after=latest HTTP/1.1\r\nHost: {settings.Url.Authority}\r\nAccept: text/event-stream\r\n\r\n"));
        return socket;
    }

    private static async Task ReadAsync(Socket socket)
    {
        var buffer = new byte[65_536];
        try
        {
            while (await socket.ReceiveAsync(buffer) is var count and > 0) Count(buffer.AsSpan(0, count));
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // The run is over.
        }
    }

    private static void Count(ReadOnlySpan<byte> bytes)
    {
        Interlocked.Add(ref s_bytes, bytes.Length);
        Interlocked.Add(ref s_received, bytes.Count("\nid:"u8));
        if (MadeUpArticles.AgeOf(bytes) is { } age) Latencies.RecordValue(Math.Max(1, age.Ticks));
    }

    /// <summary>Returns when nothing was received for two seconds.</summary>
    private static async Task QuietAsync()
    {
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(2));
        long last;
        do last = Interlocked.Read(ref s_bytes);
        while (await second.WaitForNextTickAsync() && last != Interlocked.Read(ref s_bytes));
    }
}
