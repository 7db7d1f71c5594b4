using System.Threading.Channels;

namespace Aggregator.Commands;

/// <summary>
/// Runs a pure stage over NDJSON on all cores: lines in, lines out in the same order, a bounded number of them in memory.
/// </summary>
internal sealed class OrderedStage
{
    private readonly Func<byte[], CancellationToken, StageLine> _work;
    private readonly int _degree;

    /// <summary>A stage.</summary>
    /// <param name="work">What one line becomes; called from many threads at once.</param>
    /// <param name="degree">How many lines are worked on at once, 1 or more.</param>
    public OrderedStage(Func<byte[], CancellationToken, StageLine> work, int degree)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        (_work, _degree) = (work, degree);
    }

    /// <summary>Reads to the end of the input.</summary>
    /// <param name="input">NDJSON.</param>
    /// <param name="output">Where the good lines' results go.</param>
    /// <param name="complaints">Where a bad line is reported, with its number.</param>
    /// <param name="cancellation">Stops between lines.</param>
    /// <returns>How many lines were read, and how many of them were bad.</returns>
    public async Task<(long Lines, long Bad)> RunAsync(
        Stream input, Stream output, TextWriter complaints, CancellationToken cancellation)
    {
        // The channel holds the order, and lines to come and results waiting to eight a core; a worker that is done takes the next line there is.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var workers = new TaskFactory(stop.Token, TaskCreationOptions.None, TaskContinuationOptions.None, new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, _degree).ConcurrentScheduler);
        var order = Channel.CreateBounded<Task<(long, StageLine)>>(
            new BoundedChannelOptions(_degree * 8) { SingleReader = true, SingleWriter = true });
        var reading = ReadAsync(input, order.Writer, workers, stop.Token);
        try
        {
            var written = await WriteAsync(order.Reader, output, complaints, stop.Token);
            await reading;
            return written;
        }
        catch
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    private async Task ReadAsync(
        Stream input, ChannelWriter<Task<(long, StageLine)>> order, TaskFactory workers, CancellationToken cancellation)
    {
        try
        {
            await foreach (var line in LineReader.ReadAsync(input, cancellation))
                await order.WriteAsync(workers.StartNew(() => Work(line, cancellation)), cancellation);
            order.Complete();
        }
        catch (Exception fault)
        {
            order.Complete(fault);
            throw;
        }
    }

    private (long, StageLine) Work(NumberedLine line, CancellationToken cancellation) =>
        (line.Number, line.Bytes is { } bytes ? _work(bytes, cancellation) : StageLine.Refuse($"The line is longer than {LineReader.LineBytesMax} bytes."));

    private static async Task<(long Lines, long Bad)> WriteAsync(
        ChannelReader<Task<(long, StageLine)>> order, Stream output, TextWriter complaints, CancellationToken cancellation)
    {
        var (lines, bad) = (0L, 0L);
        await using var buffered = new BufferedStream(output, 64 * 1024);
        await foreach (var task in order.ReadAllAsync(cancellation))
        {
            var (number, result) = await task;
            lines++;
            if (result.Fault is { } fault)
            {
                bad++;
                await complaints.WriteLineAsync($"line {number}: {fault}");
            }
            else
                await buffered.WriteAsync(result.Bytes, cancellation);
        }
        await buffered.FlushAsync(cancellation);
        return (lines, bad);
    }
}
