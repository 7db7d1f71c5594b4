using Aggregator.Http;
using Aggregator.Serving;
using Aggregator.Topics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Aggregator.Feeds;

public class DigestReaderTests(ApiServer server) : IClassFixture<ApiServer>
{
    private static readonly DigestClock Daily = new(DigestStep.Day, TimeZoneInfo.Utc);

    [Fact]
    public async Task Read_PeriodIsNotOver_HasNoDigestUntilItIs()
    {
        await server.DefineAsync("d-open", "kind:call and party:RWA");
        await server.TellAsync("d-open-1", "Rwanda", "Norway", 1);
        var now = DateTimeOffset.UtcNow;
        Assert.Empty((await ReadAsync("d-open", now)).Digests);
        var end = Daily.PeriodOf(now).End;
        Assert.Empty((await ReadAsync("d-open", end)).Digests);
        var later = await ReadAsync("d-open", end.AddMinutes(2));
        var digest = Assert.Single(later.Digests);
        Assert.Equal((0, 1), (digest.FromPosition, digest.ToPosition));
        Assert.Equal("Rwanda", Assert.Single(digest.New).Headline[..6]);
        Assert.Null(later.Next);
    }

    [Fact]
    public async Task Read_AtAnyLaterTime_IsTheSameDigest()
    {
        await server.DefineAsync("d-same", "kind:call and party:PRT");
        await server.TellAsync("d-same-1", "Portugal", "Norway", 1);
        var end = Daily.PeriodOf(DateTimeOffset.UtcNow).End;
        var first = Assert.Single((await ReadAsync("d-same", end.AddHours(1))).Digests);
        var again = Assert.Single((await ReadAsync("d-same", end.AddDays(40))).Digests);
        Assert.Equal((first.Id, first.Title, first.From, first.To, first.ToPosition), (again.Id, again.Title, again.From, again.To, again.ToPosition));
        Assert.Equal(first.New.Select(change => change.Position), again.New.Select(change => change.Position));
    }

    [Fact]
    public async Task Read_ManyPeriodsThatBroughtNothing_EndsAndLeadsOn()
    {
        var quiet = new QuietTopic();
        var reader = new DigestReader(quiet.Grains(), new FakeTimeProvider(QuietTopic.After));
        var found = new List<Digest>();
        var (pageCount, next) = (0, (DateTimeOffset?)null);
        do
        {
            var askedBefore = quiet.AskedCount;
            (_, var digests, next) = (await reader.ReadAsync(Sample.Topic.Id, Daily, next, 10, TestContext.Current.CancellationToken))!.Value;
            Assert.InRange(quiet.AskedCount - askedBefore, 0, DigestReader.PeriodCountMax);
            found.AddRange(digests);
            pageCount++;
        }
        while (next is not null);
        Assert.Equal(QuietTopic.NoonOf(QuietTopic.LoudDay).AddHours(12), Assert.Single(found).To);
        Assert.Equal((QuietTopic.DayCount, 4), (quiet.AskedCount, pageCount));
    }

    [Fact]
    public async Task Read_ReaderGoesAway_Stops()
    {
        using var gone = new CancellationTokenSource();
        var quiet = new QuietTopic { WhenAsked = gone.Cancel };
        var reader = new DigestReader(quiet.Grains(), new FakeTimeProvider(QuietTopic.After));
        await Assert.ThrowsAsync<OperationCanceledException>(() => reader.ReadAsync(Sample.Topic.Id, Daily, null, 10, gone.Token));
        Assert.Equal(1, quiet.AskedCount);
    }

    [Fact]
    public async Task Digest_OverHttp_HasAFormOfEachKindAndRefusesNoSuchZone()
    {
        await server.DefineAsync("d-http", "kind:call and party:ESP");
        foreach (var form in FeedForms.All)
        {
            using var answer = await server.GetAsync($"/v1/topics/d-http/digest.{FeedForms.Extension(form)}?every=hour");
            Assert.Equal(FeedForms.MediaType(form), answer.Content.Headers.ContentType?.MediaType);
        }
        Assert.Equal("hour", (await server.ReadAsync("/v1/topics/d-http/digest?every=hour")).GetProperty("every").GetString());
        using var unknown = await server.GetAsync("/v1/topics/d-http/digest?zone=Middle/Earth");
        await Refusal.IsAsync(ProblemKind.InvalidParameter, unknown);
    }

    private async Task<(IReadOnlyList<Digest> Digests, DateTimeOffset? Next)> ReadAsync(string topic, DateTimeOffset now)
    {
        var reader = new DigestReader(server.Services.GetRequiredService<IGrainFactory>(), new FakeTimeProvider(now));
        var read = await reader.ReadAsync(TopicId.Parse(topic), Daily, null, 10, TestContext.Current.CancellationToken);
        return (read!.Value.Digests, read.Value.Next);
    }
}
