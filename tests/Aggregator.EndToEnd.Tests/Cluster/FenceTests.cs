using System.Net.Http.Json;
using System.Text.Json;
using Aggregator.Serving;
using Aggregator.Store.Postgres;
using Xunit;

namespace Aggregator.Cluster;

/// <summary>A node that was frozen past its eviction, and resumed.</summary>
public class FenceTests(SharedPostgres postgres)
{
    private const int TopicCount = 12;

    [Fact]
    public async Task Resume_PastEviction_NeitherAppendsNorAnswersFromWhatItRemembers()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var cluster = await ServerCluster.StartAsync(await postgres.CreateDatabaseAsync(), 2);
        for (var topic = 0; topic < TopicCount; topic++) await new Probe(cluster[0].Client, topic).DefineAsync();
        for (var topic = 0; topic < TopicCount; topic++) await new Probe(cluster[1].Client, topic).AnsweredAsync();
        cluster[0].Freeze();
        // Its topics move to the successor, which defines each anew.
        for (var topic = 0; topic < TopicCount; topic++) await new Probe(cluster[1].Client, topic).AnsweredAsync();
        for (var topic = 0; topic < TopicCount; topic++) await RetitleAsync(cluster[1].Client, topic, "Retold");
        // Asked while it stands still: what it says on waking is out of what it remembers, or of what it was told since.
        var asked = Enumerable.Range(0, TopicCount * 4).Select(number => ReadTitleAsync(cluster[0].Client, number % TopicCount)).ToList();
        var written = Enumerable.Range(0, TopicCount).Select(topic => TryRetitleAsync(cluster[0].Client, topic, "Overwritten")).ToList();
        cluster[0].Resume();
        Assert.All(await Task.WhenAll(asked), title => Assert.True(title is null or "Retold" or "Overwritten", $"It said '{title}'."));
        var took = await Task.WhenAll(written);
        await cluster[0].EndedAsync(cancellation);
        for (var topic = 0; topic < TopicCount; topic++)
            Assert.Equal((took[topic] ? "Overwritten" : "Retold", took[topic] ? 3 : 2), await ReadAsync(cluster[1].Client, topic));
    }

    private static Uri Address(int topic) => new($"/v1/topics/probe-{topic}", UriKind.Relative);

    private static async Task RetitleAsync(HttpClient client, int topic, string title)
    {
        using var answer = await client.PutAsJsonAsync(Address(topic), new { title, question = "kind:aid" });
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
    }

    /// <summary>True where the node answered that it was written: through a living silo, for its own may not.</summary>
    private static async Task<bool> TryRetitleAsync(HttpClient client, int topic, string title)
    {
        try
        {
            using var answer = await client.PutAsJsonAsync(Address(topic), new { title, question = "kind:aid" });
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<string?> ReadTitleAsync(HttpClient client, int topic)
    {
        try
        {
            using var answer = await client.GetAsync(Address(topic));
            return answer.IsSuccessStatusCode ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("title").GetString() : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static async Task<(string Title, int Version)> ReadAsync(HttpClient client, int topic)
    {
        var read = await client.GetFromJsonAsync<JsonElement>(Address(topic));
        return (read.GetProperty("title").GetString()!, read.GetProperty("version").GetInt32());
    }
}
