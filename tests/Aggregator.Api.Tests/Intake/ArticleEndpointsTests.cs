using System.Net;
using System.Text.Json;
using Aggregator.Http;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Intake;

public class ArticleEndpointsTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Lines = "application/x-ndjson";

    [Fact]
    public async Task Post_NewThenSameThenChanged_IsAcceptedDuplicateRevised()
    {
        var article = ApiServer.Call("post-1", "Kenya", "Norway", 3);
        using var first = await server.PostAsync("/v1/articles", article);
        using var second = await server.PostAsync("/v1/articles", article);
        using var third = await server.PostAsync("/v1/articles", ApiServer.Call("post-1", "Kenya", "Norway", 4));
        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.OK], [first.StatusCode, second.StatusCode, third.StatusCode]);
        Assert.Equal(["accepted 1", "duplicate 1", "revised 2"], [await ResultAsync(first), await ResultAsync(second), await ResultAsync(third)]);
        Assert.Equal("/v1/articles/post-1", first.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Get_ReadArticle_ShowsReportsWithSpansAndEvents()
    {
        await server.TellAsync("get-1", "Ghana", "Peru", 5);
        var article = await server.ReadAsync("/v1/articles/get-1");
        var report = article.GetProperty("reports").EnumerateArray().First(report => report.GetProperty("kind").GetString() == "call");
        var span = report.GetProperty("span");
        var text = article.GetProperty("text").GetString()!;
        Assert.InRange(span.GetProperty("start").GetInt32() + span.GetProperty("length").GetInt32(), 1, text.Length);
        var newsEvent = await server.ReadAsync($"/v1/events/{report.GetProperty("event").GetString()}");
        Assert.Equal("call", newsEvent.GetProperty("kind").GetString());
        var again = await server.ReadAsync($"/v1/reports/{report.GetProperty("id").GetString()}");
        Assert.Equal(report.GetProperty("quote").GetString(), again.GetProperty("quote").GetString());
        var reports = await server.ReadAsync($"/v1/events/{report.GetProperty("event").GetString()}/reports");
        Assert.Equal("get-1", reports.GetProperty("reports")[0].GetProperty("article").GetString());
    }

    [Fact]
    public async Task Delete_KnownArticle_TakesItBackWithItsReason()
    {
        await server.TellAsync("delete-1", "India", "Spain", 6);
        using var answer = await server.SendAsync(HttpMethod.Delete, "/v1/articles/delete-1?reason=wrong%20from%20the%20start");
        Assert.Equal("withdrawn 2", await ResultAsync(answer));
        var article = await server.ReadAsync("/v1/articles/delete-1");
        Assert.True(article.GetProperty("withdrawn").GetBoolean());
        Assert.Equal("wrong from the start", article.GetProperty("reason").GetString());
        Assert.Equal("", article.GetProperty("text").GetString());
    }

    [Fact]
    public async Task PostLines_GoodAmongBad_KeepsTheGoodAndNamesTheBad()
    {
        var body = string.Join('\n', ApiServer.Call("lines-1", "Chile", "Japan", 7), "{ no json", "", """{"id":"lines-2","outlet":"North Wire"}""", ApiServer.Call("lines-3", "Chile", "Egypt", 8));
        using var answer = await server.PostAsync("/v1/articles", body, Lines);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Lines, answer.Content.Headers.ContentType?.MediaType);
        var lines = await LinesAsync(answer);
        Assert.Equal([1, 2, 4, 5], lines.Select(line => line.GetProperty("line").GetInt32()));
        Assert.Equal(["accepted", "refused", "refused", "accepted"], lines.Select(line => line.GetProperty("result").GetString()));
        Assert.Contains("text", lines[2].GetProperty("reason").GetString());
        Assert.Equal(1, (await server.ReadAsync("/v1/articles/lines-3")).GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task PostLines_ManyBatches_AnswersEachLineInItsOrder()
    {
        var ids = Enumerable.Range(0, 450).Select(number => $"many-{number}").ToList();
        using var answer = await server.PostAsync("/v1/articles", string.Join("\r\n", ids.Select(id => ApiServer.Call(id, "Canada", "Brazil", 9))) + "\r\n", Lines);
        var lines = await LinesAsync(answer);
        Assert.Equal(ids, lines.Select(line => line.GetProperty("id").GetString()));
        Assert.All(lines, line => Assert.Equal("accepted", line.GetProperty("result").GetString()));
    }

    [Fact]
    public async Task PostLines_NoneGood_Is422WithEachReason()
    {
        using var answer = await server.PostAsync("/v1/articles", "{}\n[]", Lines);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(2, (await LinesAsync(answer)).Count);
    }

    [Theory]
    [InlineData("", "application/json")]
    [InlineData("[1]", "application/json")]
    [InlineData("""{"id":"x","text":7}""", "application/json")]
    [InlineData("""{"id":"x","text":"a"} {"id":"y","text":"b"}""", "application/json")]
    [InlineData("\n \n", Lines)]
    public async Task Post_NoArticle_IsRefused(string body, string mediaType)
    {
        using var answer = await server.PostAsync("/v1/articles", body, mediaType);
        await Refusal.IsAsync(ProblemKind.InvalidBody, answer);
    }

    [Theory]
    [InlineData("""{"text":"Something happened."}""", "address")]
    [InlineData("""{"id":"a b","text":"Something happened."}""", "id")]
    [InlineData("""{"id":"future","published":"2999-01-01","text":"Something happened."}""", "ahead")]
    [InlineData("""{"id":"undated","published":"yesterday","text":"Something happened."}""", "published")]
    [InlineData("""{"id":"empty","text":" "}""", "text")]
    [InlineData("""{"id":"sourced","source":"No Slug","text":"Something happened."}""", "source")]
    public async Task Post_ArticleThatBreaksARule_IsRefusedWithTheReason(string body, string word)
    {
        using var answer = await server.PostAsync("/v1/articles", body);
        var problem = await Refusal.IsAsync(ProblemKind.RefusedArticle, answer);
        Assert.Contains(word, problem.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("")]
    public async Task Post_OtherMediaType_IsRefused(string mediaType)
    {
        using var answer = await server.PostAsync("/v1/articles", "{}", mediaType);
        await Refusal.IsAsync(ProblemKind.UnsupportedMediaType, answer);
    }

    [Fact]
    public async Task Post_TooLarge_IsRefusedButItsNeighboursInABatchAreKept()
    {
        var large = JsonSerializer.Serialize(new { id = "large", text = new string('a', 5 * 1024 * 1024) });
        using var alone = await server.PostAsync("/v1/articles", large);
        await Refusal.IsAsync(ProblemKind.TooLarge, alone);
        using var among = await server.PostAsync("/v1/articles", $"{ApiServer.Call("small-1", "Mexico", "Poland", 2)}\n{large}\n{ApiServer.Call("small-2", "Mexico", "Greece", 2)}", Lines);
        Assert.Equal(["accepted", "refused", "accepted"], (await LinesAsync(among)).Select(line => line.GetProperty("result").GetString()));
    }

    [Theory]
    [InlineData("/v1/articles/nobody-knows", "unknown-article")]
    [InlineData("/v1/articles/a%20b", "invalid-id")]
    [InlineData("/v1/reports/nobody-knows", "unknown-report")]
    [InlineData("/v1/events/nobody-knows", "unknown-event")]
    [InlineData("/v1/events/nobody-knows/reports", "unknown-event")]
    public async Task Get_WhatIsNot_IsRefused(string path, string kind)
    {
        using var answer = await server.GetAsync(path);
        await Refusal.IsAsync(ProblemKind.All.Single(known => known.Name == kind), answer);
    }

    [Fact]
    public async Task Delete_UnknownArticle_IsRefused()
    {
        using var answer = await server.SendAsync(HttpMethod.Delete, "/v1/articles/nobody-knows");
        await Refusal.IsAsync(ProblemKind.UnknownArticle, answer);
    }

    private static async Task<string> ResultAsync(HttpResponseMessage answer)
    {
        var outcome = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        return $"{outcome.GetProperty("result").GetString()} {outcome.GetProperty("revision").GetInt32()}";
    }

    private static async Task<List<JsonElement>> LinesAsync(HttpResponseMessage answer) =>
        [.. (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
