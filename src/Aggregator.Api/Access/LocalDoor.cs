using System.Net;
using Microsoft.AspNetCore.Http;

namespace Aggregator.Access;

/// <summary>
/// Tells a caller of this machine from one that only looks so: what a proxy on this machine hands on comes from elsewhere, and a page whose name was made to lead here
/// says that name as host.
/// </summary>
internal static class LocalDoor
{
    private static readonly string[] Forwarding = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Original-For", "X-Real-IP", "Via"];

    /// <summary>True when the request may do everything without a key.</summary>
    internal static bool IsOpen(HttpContext context, AccessOptions options) =>
        !options.KeysRequired && IsLoopback(context.Connection.RemoteIpAddress) && IsLoopback(context.Connection.LocalIpAddress)
        && IsLoopbackHost(context.Request.Host.Host) && !Forwarding.Any(context.Request.Headers.ContainsKey);

    /// <summary>True for an address (<c>http://127.0.0.1:5080</c>) that only this machine reaches.</summary>
    internal static bool IsLocalAddress(string url)
    {
        try
        {
            return BindingAddress.Parse(url) is { IsUnixPipe: false, IsNamedPipe: false } address && IsLoopbackHost(address.Host);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool IsLoopback(IPAddress? address) => address is not null && IPAddress.IsLoopback(address);

    private static bool IsLoopbackHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
