using System.Text;
using System.Text.Json;
using Xunit;

namespace Aggregator.Feeds;

public class StreamMessageTests
{
    private static readonly StreamMessage Three = StreamMessage.Of([Sample.Entry(7), Sample.Entry(8), Sample.Entry(9)]);

    [Theory]
    [InlineData(0, new long[] { 7, 8, 9 })]
    [InlineData(6, new long[] { 7, 8, 9 })]
    [InlineData(7, new long[] { 8, 9 })]
    [InlineData(8, new long[] { 9 })]
    [InlineData(9, new long[] { })]
    [InlineData(50, new long[] { })]
    public void After_Position_HasTheLaterEntries(long position, long[] expected) => Assert.Equal(expected, Ids(Three.After(position)));

    [Fact]
    public void Of_Entry_IsOneBlockOfThreeLines()
    {
        var lines = Encoding.UTF8.GetString(StreamMessage.Of([Sample.Entry(7)]).After(0).Span).Split('\n');
        Assert.Equal(["id: 7", "event: added"], lines[..2]);
        Assert.StartsWith("data: {", lines[2]);
        Assert.Equal(["", ""], lines[3..]);
        Assert.Equal(7, JsonDocument.Parse(lines[2]["data: ".Length..]).RootElement.GetProperty("position").GetInt64());
    }

    [Fact]
    public void Heartbeat_AtAnyPosition_IsAComment() => Assert.Equal(":\n\n", Encoding.UTF8.GetString(StreamMessage.Heartbeat.After(12).Span));

    private static long[] Ids(ReadOnlyMemory<byte> bytes) =>
        [.. Encoding.UTF8.GetString(bytes.Span).Split('\n').Where(line => line.StartsWith("id: ", StringComparison.Ordinal)).Select(line => long.Parse(line[4..], null))];
}
