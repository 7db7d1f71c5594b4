namespace Aggregator.Access;

/// <summary>Why nothing was done with a key.</summary>
[GenerateSerializer, Alias("key-refusal")]
public enum KeyRefusal
{
    /// <summary>There is none of this id.</summary>
    UnknownKey,
    /// <summary>It was revoked or has expired, and can't be brought back.</summary>
    Ended,
    /// <summary>There are as many keys as there may be.</summary>
    TooMany,
}
