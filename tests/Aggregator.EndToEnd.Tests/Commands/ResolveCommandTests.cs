using System.Text;
using System.Text.Json;
using Aggregator.Extraction;
using Xunit;

namespace Aggregator.Commands;

public class ResolveCommandTests
{
    private static readonly Extractor English = Extractor.Load();

    private static async Task<(List<JsonElement> Events, string Complaints, long Bad)> ResolveAsync(params string[] lines)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        using var output = new MemoryStream();
        var complaints = new StringWriter();
        var bad = await ResolveCommand.ResolveAsync(English, input, output, complaints, 2, TestContext.Current.CancellationToken);
        var events = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement);
        return ([.. events], complaints.ToString(), bad);
    }

    private static string Article(string id, string outlet, string text) =>
        JsonSerializer.Serialize(new { id, outlet, published = "2026-09-16", title = "News", text });

    [Fact]
    public async Task Resolve_TwoTellingsOfOneCall_AreOneLine()
    {
        var (events, _, bad) = await ResolveAsync(
            Article("a-1", "North Wire", "The president of Kenya spoke by phone with the president of Norway on Monday."),
            Article("a-2", "South Post", "Kenya's president held a phone call with Norway's president on Monday."));
        var call = Assert.Single(events, line => line.GetProperty("kind").GetString() == "call");
        Assert.Equal(["a-1", "a-2"], call.GetProperty("articles").EnumerateArray().Select(id => id.GetString()!));
        Assert.Equal(0, bad);
    }

    [Fact]
    public async Task Resolve_BadLine_IsNamedAndTheGoodOnesAreResolved()
    {
        var (events, complaints, bad) = await ResolveAsync("{", Article("a-1", "North Wire", "The president of Kenya spoke by phone with the president of Norway on Monday."));
        Assert.NotEmpty(events);
        Assert.Equal(1, bad);
        Assert.StartsWith("Line 1: ", complaints, StringComparison.Ordinal);
    }
}
