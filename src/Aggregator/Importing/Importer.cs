namespace Aggregator.Importing;

/// <summary>Takes files through the client, a batch at a time, and names every line that is refused.</summary>
internal sealed class Importer(ImportClient client, IImportProgress progress, TextWriter complaints)
{
    private const int BatchCountMax = 200;
    private const int BatchBytesMax = 4 * 1024 * 1024;

    private readonly List<(long Number, byte[] Bytes)> _batch = [];
    private long _batchBytes;

    /// <summary>What became of all lines so far.</summary>
    internal ImportTally Tally { get; } = new();

    /// <summary>The number of the last line of the file at hand that was answered; where to go on when the import is stopped.</summary>
    internal long LastLine { get; private set; }

    /// <summary>Imports a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="from">The first line to take, from 1.</param>
    /// <param name="cancellation">Stops between batches.</param>
    /// <exception cref="InvalidDataException">The file is neither lines nor a feed.</exception>
    internal async Task RunAsync(ImportFile file, long from, CancellationToken cancellation)
    {
        LastLine = from - 1;
        await foreach (var line in file.ReadAsync(cancellation))
        {
            if (line.Number < from) continue;
            if (line.Bytes is not { } bytes)
            {
                Refuse(file, line.Number, "The line is too long.");
                continue;
            }
            _batch.Add((line.Number, bytes));
            _batchBytes += bytes.Length;
            if (_batch.Count >= BatchCountMax || _batchBytes >= BatchBytesMax) await FlushAsync(file, cancellation);
        }
        await FlushAsync(file, cancellation);
    }

    private async Task FlushAsync(ImportFile file, CancellationToken cancellation)
    {
        if (_batch.Count == 0) return;
        var outcomes = await client.SubmitAsync([.. _batch.Select(line => line.Bytes)], cancellation);
        foreach (var outcome in outcomes)
        {
            var number = _batch[outcome.Line - 1].Number;
            if (outcome.Result == "refused") Refuse(file, number, outcome.Reason ?? "no reason given");
            else Tally.Add(outcome.Result);
        }
        LastLine = _batch[^1].Number;
        progress.Advance(_batchBytes, Tally);
        _batch.Clear();
        _batchBytes = 0;
    }

    private void Refuse(ImportFile file, long number, string reason)
    {
        Tally.Add("refused");
        complaints.WriteLine($"{file.File.Name}:{number}: {reason}");
    }
}
