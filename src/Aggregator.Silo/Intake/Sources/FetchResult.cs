namespace Aggregator.Intake;

/// <summary>What came of a request.</summary>
public abstract record FetchResult
{
    private FetchResult()
    {
    }

    /// <summary>The document came.</summary>
    /// <param name="Bytes">Its bytes, decompressed.</param>
    /// <param name="ContentType">The Content-Type header, or null.</param>
    /// <param name="Address">Where it came from, after redirects.</param>
    /// <param name="MovedTo">Where it lives from now on, if all redirects up to there were permanent; else null.</param>
    /// <param name="Validators">By what the server knows it again.</param>
    /// <param name="MaxAge">How long it stays fresh by its Cache-Control header, or null.</param>
    public sealed record Fetched(
        ReadOnlyMemory<byte> Bytes, string? ContentType, Uri Address, Uri? MovedTo, FetchValidators Validators, TimeSpan? MaxAge) : FetchResult
    {
        /// <summary>The hub that its Link header names, absolute, or null.</summary>
        public string? HubUrl { get; init; }

        /// <summary>The address that its Link header says is its own, absolute, or null.</summary>
        public string? SelfUrl { get; init; }
    }

    /// <summary>It has not changed.</summary>
    /// <param name="MovedTo">Where it lives from now on, or null.</param>
    /// <param name="MaxAge">How long it stays fresh, or null.</param>
    public sealed record Unchanged(Uri? MovedTo, TimeSpan? MaxAge) : FetchResult;

    /// <summary>It did not come.</summary>
    /// <param name="Code">The reason as a word: <c>http-503</c>, <c>timeout</c>, <c>too-large</c>, <c>refused-address</c>, <c>unreachable</c>, <c>redirects</c>.</param>
    /// <param name="Detail">The reason in words.</param>
    /// <param name="RetryAfter">How long the host asks to be left alone, or null.</param>
    public sealed record Failed(string Code, string Detail, TimeSpan? RetryAfter) : FetchResult
    {
        /// <summary>True when the host says that it is gone for good (410).</summary>
        public bool IsGone => Code == "http-410";
    }
}
