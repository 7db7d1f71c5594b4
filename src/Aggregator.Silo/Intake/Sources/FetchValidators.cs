namespace Aggregator.Intake;

/// <summary>By what a server knows an answer again; sent back exactly as it came.</summary>
/// <param name="ETag">The ETag header, at most 500 characters, or null.</param>
/// <param name="LastModified">The Last-Modified header, at most 500 characters, or null.</param>
public sealed record FetchValidators(string? ETag, string? LastModified)
{
    /// <summary>Nothing known.</summary>
    public static FetchValidators None { get; } = new(null, null);
}
