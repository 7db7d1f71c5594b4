using System.Runtime.CompilerServices;
using System.Text.Json;
using Aggregator.Commands;
using Aggregator.Intake;

namespace Aggregator.Importing;

/// <summary>A file of articles: NDJSON line by line, or a feed (RSS, Atom, JSON Feed) whose entries become such lines.</summary>
/// <param name="File">The file.</param>
/// <param name="Outlet">The outlet that a feed's entries bear; null takes the feed's title.</param>
internal sealed record ImportFile(FileInfo File, string? Outlet)
{
    private const int FeedBytesMax = 64 * 1024 * 1024;

    /// <summary>The articles as lines of JSON, with their numbers in the file, from 1.</summary>
    /// <exception cref="InvalidDataException">It is neither; the message says why.</exception>
    internal IAsyncEnumerable<NumberedLine> ReadAsync(CancellationToken cancellation) =>
        LooksLikeLines() ? ReadLinesAsync(cancellation) : ReadFeedAsync(cancellation);

    // A JSON Feed is one object over many lines, or one that names its version; an article's line is neither.
    private bool LooksLikeLines()
    {
        if (File.Extension is ".jsonl" or ".ndjson") return true;
        if (File.Extension is ".xml" or ".rss" or ".atom" or ".rdf" or ".json" or ".gz") return false;
        using var reader = new StreamReader(File.FullName);
        return reader.ReadLine() is { } line && line.TrimStart('\uFEFF', ' ').StartsWith('{') && !line.Contains("jsonfeed.org", StringComparison.Ordinal);
    }

    private async IAsyncEnumerable<NumberedLine> ReadLinesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var stream = File.OpenRead();
        await foreach (var line in LineReader.ReadAsync(stream, cancellation)) yield return line;
    }

    private async IAsyncEnumerable<NumberedLine> ReadFeedAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        if (File.Length > FeedBytesMax) throw new InvalidDataException($"A feed may have {FeedBytesMax} bytes; this one has {File.Length}.");
        var reading = FeedReader.Read(await System.IO.File.ReadAllBytesAsync(File.FullName, cancellation));
        if (!reading.IsRead) throw new InvalidDataException(reading.Refusal.Detail);
        var outlet = Outlet ?? (reading.Document.Title is { Length: > 0 } title ? title : null);
        var number = 0L;
        foreach (var item in reading.Document.Items) yield return new NumberedLine(++number, LineOf(item, outlet));
    }

    private static byte[] LineOf(FeedItem item, string? outlet) => JsonSerializer.SerializeToUtf8Bytes(
        new ImportLine(item.Url is null ? item.Id : null, item.Url, outlet, item.PublishedAt ?? item.UpdatedAt, item.Title, HtmlText.Plain(item.Content ?? item.Summary ?? item.Title)), ImportJson.Default.ImportLine);
}
