using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using HdrHistogram;

namespace Aggregator.Load;

/// <summary>Followers of event streams over plain sockets: how many messages they got, and how long after each was made.</summary>
internal sealed class FanFollowers : IDisposable
{
    private const int ConnectCount = 64;
    internal static readonly TimeSpan Silence = TimeSpan.FromSeconds(8);

    private readonly LongConcurrentHistogram _latencies = new(1, TimeSpan.FromMinutes(5).Ticks, 3);
    private readonly List<Socket> _sockets = [];
    private long _received;
    private long _bytes;

    internal long Received => Interlocked.Read(ref _received);

    internal long Bytes => Interlocked.Read(ref _bytes);

    internal string Latencies => Latency.Of(_latencies);

    /// <summary>Opens as many streams; each has answered when this returns.</summary>
    internal async Task OpenAsync(Uri server, IEnumerable<string> paths)
    {
        foreach (var part in paths.Chunk(ConnectCount)) _sockets.AddRange(await Task.WhenAll(part.Select(path => ConnectAsync(server, path))));
        foreach (var socket in _sockets) _ = ReadAsync(socket);
    }

    /// <summary>Returns once as many were received in all; false when nothing more has come for eight seconds.</summary>
    internal async Task<bool> ReachedAsync(long count)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        var (had, since) = (Received, Stopwatch.GetTimestamp());
        while (Received < count)
        {
            if (Received > had) (had, since) = (Received, Stopwatch.GetTimestamp());
            else if (Stopwatch.GetElapsedTime(since) > Silence) return false;
            await pause.WaitForNextTickAsync();
        }
        return true;
    }

    /// <summary>Forgets how long messages took so far; what was received stays counted.</summary>
    internal void Forget() => _latencies.Reset();

    public void Dispose() => _sockets.ForEach(socket => socket.Dispose());

    private static async Task<Socket> ConnectAsync(Uri server, string path)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Parse(server.Host), server.Port));
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\nAccept: text/event-stream\r\n\r\n"));
        var head = new byte[1_024];
        var count = await socket.ReceiveAsync(head);
        if (!head.AsSpan(0, count).StartsWith("HTTP/1.1 200"u8)) throw new InvalidOperationException(Encoding.ASCII.GetString(head, 0, count));
        return socket;
    }

    private async Task ReadAsync(Socket socket)
    {
        var buffer = new byte[4_096];
        try
        {
            while (await socket.ReceiveAsync(buffer) is var count and > 0) Count(buffer.AsSpan(0, count));
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // The run is over.
        }
    }

    private void Count(ReadOnlySpan<byte> bytes)
    {
        Interlocked.Add(ref _bytes, bytes.Length);
        // One marker a message, told whole: a part without one is the rest of a message.
        if (MadeUpArticles.AgeOf(bytes) is not { } age) return;
        Interlocked.Increment(ref _received);
        _latencies.RecordValue(Math.Max(1, age.Ticks));
    }
}
