using System.Net;
using System.Net.Sockets;

namespace Aggregator.Intake;

/// <summary>
/// Tells the public internet's addresses from all others: private, loopback, link-local, shared by carriers, multicast,
/// for documentation, reserved. After IANA's special-purpose registries (RFC 6890 and its updates).
/// </summary>
public static class AddressRule
{
    private static readonly IPNetwork[] Special4 = Parse(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4");

    // All global unicast addresses are in 2000::/3; these in it are not (Teredo and 6to4 lead to IPv4 by detours).
    private static readonly IPNetwork Unicast6 = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] Special6 = Parse("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>True when the address is one of the public internet. One that carries an IPv4 address (mapped, NAT64) is what that one is.</summary>
    /// <param name="address">IPv4 or IPv6.</param>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetwork) return !IsIn(Special4, address);
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return false;
        if (address.ScopeId != 0) return false;
        if (Nat64.Contains(address)) return !IsIn(Special4, new IPAddress(address.GetAddressBytes().AsSpan(12)));
        return Unicast6.Contains(address) && !IsIn(Special6, address);
    }

    /// <summary>True when the address is in one of some networks; an IPv4 address that is mapped counts as itself.</summary>
    /// <param name="networks">The networks.</param>
    /// <param name="address">IPv4 or IPv6.</param>
    public static bool IsIn(IReadOnlyList<IPNetwork> networks, IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        foreach (var network in networks)
        {
            if (network.Contains(address)) return true;
        }
        return false;
    }

    private static IPNetwork[] Parse(params string[] networks) => [.. networks.Select(network => IPNetwork.Parse(network))];
}
