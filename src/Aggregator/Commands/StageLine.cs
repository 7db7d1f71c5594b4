namespace Aggregator.Commands;

/// <summary>What one line became: the lines to write, or why it was refused.</summary>
internal readonly record struct StageLine
{
    private StageLine(ReadOnlyMemory<byte> bytes, string? fault) => (Bytes, Fault) = (bytes, fault);

    /// <summary>The lines to write, each with its line feed; empty when refused.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Why the line was refused, or null.</summary>
    public string? Fault { get; }

    /// <summary>A good line's result.</summary>
    public static StageLine Accept(ReadOnlyMemory<byte> bytes) => new(bytes, null);

    /// <summary>A bad line.</summary>
    public static StageLine Refuse(string fault) => new(default, fault);
}
