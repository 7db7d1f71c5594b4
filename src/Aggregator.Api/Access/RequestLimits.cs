using System.Threading.RateLimiting;
using Aggregator.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Aggregator.Access;

/// <summary>How often a key, or an address without one, may ask: a bucket that fills evenly and holds a minute's worth.</summary>
internal sealed class RequestLimits(IOptions<AccessOptions> access) : IConfigureOptions<RateLimiterOptions>
{
    private const int SecondsPerMinute = 60;

    /// <inheritdoc/>
    public void Configure(RateLimiterOptions options)
    {
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(PartitionOf);
        options.OnRejected = (context, _) =>
        {
            var pause = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var said) ? said : TimeSpan.FromSeconds(1);
            return new ValueTask(new Problem(ProblemKind.RateLimited, "Ask less often, or with a key of your own.") { RetryAfter = pause }.ExecuteAsync(context.HttpContext));
        };
    }

    private RateLimitPartition<string> PartitionOf(HttpContext context)
    {
        if (Caller.IsLocal(context.User)) return RateLimitPartition.GetNoLimiter("local");
        var perMinute = Caller.RequestsPerMinute(context.User) ?? access.Value.KeyRequestsPerMinute;
        if (Caller.Partition(context.User) is { } caller) return Bucket($"{caller}:{perMinute}", perMinute);
        return Bucket(ClientNetwork.Of(context.Connection.RemoteIpAddress), access.Value.AddressRequestsPerMinute);
    }

    /// <summary>The bucket of a limit: filled at exactly its rate, by as few whole requests at a time as a period of about a second brings.</summary>
    /// <param name="perMinute">Requests a minute, 1 or more.</param>
    internal static TokenBucketRateLimiterOptions BucketOf(int perMinute)
    {
        var atOnce = (perMinute + SecondsPerMinute - 1) / SecondsPerMinute;
        return new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute, TokensPerPeriod = atOnce, ReplenishmentPeriod = TimeSpan.FromSeconds((double)SecondsPerMinute * atOnce / perMinute), AutoReplenishment = true,
        };
    }

    private static RateLimitPartition<string> Bucket(string partition, int perMinute) => RateLimitPartition.GetTokenBucketLimiter(partition, _ => BucketOf(perMinute));
}
