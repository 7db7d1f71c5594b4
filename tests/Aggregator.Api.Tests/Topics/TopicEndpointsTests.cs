using System.Net;
using System.Text.Json;
using Aggregator.Http;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Topics;

public class TopicEndpointsTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Good = """{"title":"Talks","question":"kind:call and party:ERI"}""";

    [Fact]
    public async Task Put_NewThenChanged_IsCreatedThenOk()
    {
        using var first = await server.SendAsync(HttpMethod.Put, "/v1/topics/t-put", Good);
        using var second = await server.SendAsync(HttpMethod.Put, "/v1/topics/t-put", """{"title":"Talks","description":"Of two","question":"kind:call and party:ERI"}""");
        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.OK], [first.StatusCode, second.StatusCode]);
        Assert.Equal("/v1/topics/t-put", first.Headers.Location?.ToString());
        var topic = await server.ReadAsync("/v1/topics/t-put");
        Assert.Equal(("t-put", "Of two", 2, 0), (topic.GetProperty("id").GetString(), topic.GetProperty("description").GetString(), topic.GetProperty("version").GetInt32(), topic.GetProperty("position").GetInt32()));
    }

    [Fact]
    public async Task Put_BadQuestion_PointsAtTheError()
    {
        const string Question = "kind:call and\nkind:dance";
        using var answer = await server.SendAsync(HttpMethod.Put, "/v1/topics/t-bad", JsonSerializer.Serialize(new { title = "Talks", question = Question }));
        var problem = await Refusal.IsAsync(ProblemKind.InvalidQuestion, answer);
        var (offset, length) = (problem.GetProperty("offset").GetInt32(), problem.GetProperty("length").GetInt32());
        Assert.Contains("dance", Question[offset..(offset + length)]);
        var (line, caret) = (problem.GetProperty("line").GetString()!, problem.GetProperty("caret").GetString()!);
        Assert.Equal("kind:dance", line);
        Assert.Equal(Question[offset..(offset + length)], line[caret.IndexOf('^', StringComparison.Ordinal)..caret.Length]);
    }

    [Fact]
    public async Task Put_UnfinishedQuestion_PointsBehindItsEnd()
    {
        using var answer = await server.SendAsync(HttpMethod.Put, "/v1/topics/t-bad", """{"title":"Talks","question":"kind:call and"}""");
        var problem = await Refusal.IsAsync(ProblemKind.InvalidQuestion, answer);
        Assert.Equal("kind:call and".Length, problem.GetProperty("offset").GetInt32());
        Assert.Equal("kind:call and".Length, problem.GetProperty("caret").GetString()!.IndexOf('^', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"question":"kind:call"}""", "invalid-topic")]
    [InlineData("""{"title":"Talks"}""", "invalid-topic")]
    [InlineData("""{"title":" ","question":"kind:call"}""", "invalid-topic")]
    [InlineData("""{"title":7,"question":"kind:call"}""", "invalid-body")]
    [InlineData("""{"title":"Talks","question":"kind:call" """, "invalid-body")]
    [InlineData("null", "invalid-body")]
    public async Task Put_BadBody_IsRefused(string body, string kind)
    {
        using var answer = await server.SendAsync(HttpMethod.Put, "/v1/topics/t-bad", body);
        await Refusal.IsAsync(ProblemKind.All.Single(known => known.Name == kind), answer);
    }

    [Fact]
    public async Task Put_TooLong_IsRefused()
    {
        using var title = await server.SendAsync(HttpMethod.Put, "/v1/topics/t-bad", JsonSerializer.Serialize(new { title = new string('a', 201), question = "kind:call" }));
        await Refusal.IsAsync(ProblemKind.InvalidTopic, title);
        using var question = await server.SendAsync(HttpMethod.Put, "/v1/topics/t-bad", JsonSerializer.Serialize(new { title = "a", question = new string('a', 4_001) }));
        await Refusal.IsAsync(ProblemKind.InvalidTopic, question);
        using var body = await server.SendAsync(HttpMethod.Put, "/v1/topics/t-bad", JsonSerializer.Serialize(new { title = "a", question = new string('a', 70_000) }));
        await Refusal.IsAsync(ProblemKind.TooLarge, body);
        using var type = await server.SendAsync(HttpMethod.Put, "/v1/topics/t-bad", Good, "text/plain");
        await Refusal.IsAsync(ProblemKind.UnsupportedMediaType, type);
        using var id = await server.SendAsync(HttpMethod.Put, "/v1/topics/Not-A-Slug", Good);
        await Refusal.IsAsync(ProblemKind.InvalidId, id);
    }

    [Fact]
    public async Task List_PageByPage_ShowsEveryTopicOnce()
    {
        foreach (var id in new[] { "t-list-a", "t-list-b", "t-list-c" }) await server.DefineAsync(id, "kind:call and party:ERI");
        var seen = new List<string>();
        for (var next = "/v1/topics?after=t-list&limit=2"; next is not null;)
        {
            var page = await server.ReadAsync(next);
            seen.AddRange(page.GetProperty("topics").EnumerateArray().Select(topic => topic.GetProperty("id").GetString()!));
            next = page.GetProperty("next").GetString();
        }
        Assert.Equal(["t-list-a", "t-list-b", "t-list-c"], seen.Where(id => id.StartsWith("t-list-", StringComparison.Ordinal)));
        Assert.Equal(seen.Distinct(), seen);
    }

    [Fact]
    public async Task Delete_ThenReadAndDeleteAgain_IsGone()
    {
        await server.DefineAsync("t-delete", "kind:call and party:ERI");
        using var deleted = await server.SendAsync(HttpMethod.Delete, "/v1/topics/t-delete");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        foreach (var path in new[] { "", "/feed", "/feed.atom", "/events", "/counts", "/casualties", "/contacts", "/stream" })
        {
            using var answer = await server.GetAsync($"/v1/topics/t-delete{path}");
            await Refusal.IsAsync(ProblemKind.UnknownTopic, answer);
        }
        using var again = await server.SendAsync(HttpMethod.Delete, "/v1/topics/t-delete");
        await Refusal.IsAsync(ProblemKind.UnknownTopic, again);
    }
}
