using System.Net;
using Xunit;

namespace Aggregator.Access;

public class ClientNetworkTests
{
    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1", true), InlineData("192.0.2.1", "192.0.2.2", false), InlineData("::ffff:192.0.2.1", "192.0.2.1", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:1:ffff:ffff:ffff:ffff", true), InlineData("2001:db8:0:1::1", "2001:db8:0:2::1", false)]
    [InlineData("2001:db8::1%3", "2001:db8::1", true), InlineData("::1", "127.0.0.1", false)]
    public void Of_TwoAddresses_IsOneForOneSubscriberAlone(string one, string other, bool isSame) =>
        Assert.Equal(isSame, ClientNetwork.Of(IPAddress.Parse(one)) == ClientNetwork.Of(IPAddress.Parse(other)));

    [Fact]
    public void Of_NoAddress_IsNobodyElses() => Assert.Equal("address", ClientNetwork.Of(null));
}
