using System.Net;
using System.Net.Sockets;

namespace Aggregator.Access;

/// <summary>What callers without a key are counted by: their address, or of IPv6 the network of 64 bits that it lies in, of which a subscriber is given at least one.</summary>
internal static class ClientNetwork
{
    private const int SubscriberBytes = 8;

    /// <summary>The address's name in counts; one name for all whose address is not known.</summary>
    internal static string Of(IPAddress? address)
    {
        if (address is null) return "address";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetwork ? address.ToString() : Convert.ToHexString(address.GetAddressBytes().AsSpan(0, SubscriberBytes));
    }
}
