namespace Aggregator.Commands;

/// <summary>A line of an NDJSON stream.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Bytes">Its bytes, trimmed; null when it is longer than <see cref="LineReader.LineBytesMax"/>.</param>
internal readonly record struct NumberedLine(long Number, byte[]? Bytes);
