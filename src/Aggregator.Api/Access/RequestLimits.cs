using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Aggregator.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Aggregator.Access;

/// <summary>How often a key, or an address without one, may ask: a bucket that fills evenly and holds a minute's worth.</summary>
internal sealed class RequestLimits(IOptions<AccessOptions> access) : IConfigureOptions<RateLimiterOptions>
{
    // A subscriber of IPv6 is given at least as many addresses.
    private const int SubscriberBytes = 8;

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
        return Bucket(AddressOf(context.Connection.RemoteIpAddress), access.Value.AddressRequestsPerMinute);
    }

    private static RateLimitPartition<string> Bucket(string partition, int perMinute) => RateLimitPartition.GetTokenBucketLimiter(partition, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = perMinute, TokensPerPeriod = Math.Max(1, perMinute / 60), ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1, 60.0 / perMinute)), AutoReplenishment = true,
    });

    private static string AddressOf(IPAddress? address)
    {
        if (address is null) return "address";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetwork ? address.ToString() : Convert.ToHexString(address.GetAddressBytes().AsSpan(0, SubscriberBytes));
    }
}
