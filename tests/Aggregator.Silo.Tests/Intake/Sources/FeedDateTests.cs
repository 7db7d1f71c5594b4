using System.Globalization;
using Xunit;

namespace Aggregator.Intake;

public sealed class FeedDateTests
{
    [Theory]
    [InlineData("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z")]
    [InlineData("Thu, 1 Jan 04 19:48 EST", "2004-01-02T00:48:00Z")]
    [InlineData("1 Jan 1998 19:48:21 +0530", "1998-01-01T14:18:21Z")]
    [InlineData("Thu Jan  1 19:48:21 2004", "2004-01-01T19:48:21Z")]
    [InlineData("Thu Jan 01 19:48:21 PST 2004", "2004-01-02T03:48:21Z")]
    [InlineData("Thu Jan 01 2004 19:48:21 GMT+0200 (CEST)", "2004-01-01T17:48:21Z")]
    [InlineData("Thursday, January 01, 2004 7:48 PM", "2004-01-01T19:48:00Z")]
    [InlineData("Fri, 31 Dec 1999 24:00:00 GMT", "2000-01-01T00:00:00Z")]
    [InlineData("Sat, 30 Jun 2012 23:59:60 UTC", "2012-07-01T00:00:00Z")]
    [InlineData("mar., 05 janv. 2016 10:00:00 +0100", "2016-01-05T09:00:00Z")]
    [InlineData("Di, 03 Mär 2026 08:00 MEZ", "2026-03-03T07:00:00Z")]
    [InlineData("Ср, 04 мар 2026 11:00:00 MSK", "2026-03-04T08:00:00Z")]
    [InlineData("2003-12-31T10:14:55Z", "2003-12-31T10:14:55Z")]
    [InlineData("2003-12-31T10:14:55.1234567-08:00", "2003-12-31T18:14:55Z")]
    [InlineData("2003-12-31 10:14:55 +0100", "2003-12-31T09:14:55Z")]
    [InlineData("2003-12-31T10:14+01", "2003-12-31T09:14:00Z")]
    [InlineData("20031231T101455Z", "2003-12-31T10:14:55Z")]
    [InlineData("2003-365", "2003-12-31T00:00:00Z")]
    [InlineData("2003-12", "2003-12-01T00:00:00Z")]
    [InlineData("2003", "2003-01-01T00:00:00Z")]
    [InlineData("2003-1-5", "2003-01-05T00:00:00Z")]
    [InlineData("2003/12/31 10:14", "2003-12-31T10:14:00Z")]
    [InlineData("31.12.2003 10:14", "2003-12-31T10:14:00Z")]
    [InlineData("12/31/2003 10:14:55 AM", "2003-12-31T10:14:55Z")]
    [InlineData("31/12/2003", "2003-12-31T00:00:00Z")]
    [InlineData("1072865695", "2003-12-31T10:14:55Z")]
    [InlineData("1072865695000", "2003-12-31T10:14:55Z")]
    public void Read_FormOfAFeed_GivesTheMoment(string text, string wanted) =>
        Assert.Equal(wanted, FeedDate.Read(text)?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("Thu, 32 Jan 2004 19:48:21 GMT")]
    [InlineData("2003-13-01")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("00 00 0000")]
    public void Read_NoDate_IsNull(string? text) => Assert.Null(FeedDate.Read(text));
}
