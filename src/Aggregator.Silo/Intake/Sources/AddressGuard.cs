using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Aggregator.Intake;

/// <summary>
/// Connects only to addresses of the public internet, and to networks that configuration allows. It looks at the very address
/// that is connected to, after every redirect and every look-up, so that no name can point elsewhere in between.
/// </summary>
public sealed class AddressGuard
{
    private const int AddressCountMax = 4;
    private readonly IPNetwork[] _allowed;

    /// <summary>A guard.</summary>
    /// <param name="options">Which networks are allowed.</param>
    public AddressGuard(IOptions<SourceOptions> options) =>
        _allowed = [.. options.Value.AllowedNetworks.Select(network => IPNetwork.Parse(network))];

    /// <summary>True when the address may be connected to.</summary>
    /// <param name="address">IPv4 or IPv6.</param>
    public bool Allows(IPAddress address) => AddressRule.IsPublic(address) || AddressRule.IsIn(_allowed, address);

    /// <summary>Looks a host up and connects to the first of its allowed addresses that answers.</summary>
    /// <param name="endPoint">Host and port.</param>
    /// <param name="cancellation">Cancels it.</param>
    /// <exception cref="IOException">None of its addresses is allowed.</exception>
    /// <exception cref="SocketException">There is no such host, or none of its addresses answers.</exception>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint endPoint, CancellationToken cancellation)
    {
        var addresses = IPAddress.TryParse(endPoint.Host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(endPoint.Host, cancellation);
        var allowed = addresses.Where(Allows).Take(AddressCountMax).ToList();
        if (allowed.Count == 0) throw new RefusedAddressException(endPoint.Host);
        for (var index = 0; ; index++)
        {
            var socket = new Socket(allowed[index].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(allowed[index], endPoint.Port), cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException) when (index + 1 < allowed.Count)
            {
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }
}
