using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Aggregator.Serving;

/// <summary>Hears every line that a server logs, at every level.</summary>
internal sealed class LogCapture : ILoggerProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly ConcurrentQueue<(string Category, string Line)> _lines = new();

    internal IEnumerable<(string Category, string Line)> Lines => _lines;

    /// <summary>A line of a category, once there is one that is wanted: a server answers before it has written of it.</summary>
    internal async Task<string> UntilAsync(string category, Func<string, bool> isWanted)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Patience);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (true)
        {
            if (Lines.FirstOrDefault(entry => entry.Category == category && isWanted(entry.Line)).Line is { } line) return line;
            await pause.WaitForNextTickAsync(timeout.Token);
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(_lines, categoryName);

    public void Dispose() { }

    private sealed class Logger(ConcurrentQueue<(string Category, string Line)> lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            lines.Enqueue((category, $"{state}"));
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((category, $"{formatter(state, exception)} {exception}"));
    }
}
