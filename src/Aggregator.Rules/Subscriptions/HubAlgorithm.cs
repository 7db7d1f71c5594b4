namespace Aggregator.Subscriptions;

/// <summary>How WebSub content is signed. SHA-1, which the recommendation also knows, is neither written nor accepted.</summary>
public enum HubAlgorithm
{
    /// <summary>HMAC with SHA-256.</summary>
    Sha256,
    /// <summary>HMAC with SHA-384.</summary>
    Sha384,
    /// <summary>HMAC with SHA-512.</summary>
    Sha512,
}
