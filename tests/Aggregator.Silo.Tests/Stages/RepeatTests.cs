using System.Globalization;
using Aggregator.Extraction;
using Aggregator.Intake;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Aggregator.Stages;

/// <summary>What a batch costs that is driven again: what was recorded before is not read a second time.</summary>
public sealed class RepeatTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 9, 14, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("aggregator-repeats-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Submission Call(int number) => new()
    {
        Id = ArticleId.Parse(string.Create(CultureInfo.InvariantCulture, $"a-{number}")), Outlet = "North Wire", PublishedAt = Noon.AddDays(20 * number), Title = "Presidents speak",
        Text = string.Create(CultureInfo.InvariantCulture, $"The president of Kenya spoke by phone with the president of Norway {number + 2} times on Monday. A bomb killed {number + 5} people in Nairobi."),
    };

    [Fact]
    public async Task Batch_DrivenAgainAfterAFailedWrite_ReadsNoArticleASecondTime()
    {
        var extractor = new CountingExtractor(TestSilo.English);
        // The first three writes of every kind land, and their authors hear of a failure: reports are recorded, and the batches are driven again and again.
        await using var silo = await TestSilo.StartAsync(
            _folder, store => FaultyStore.Wrap(store, number => number <= 3 ? FaultyStore.Failing.After : FaultyStore.Failing.Not), services => services.AddSingleton<IExtractor>(extractor));
        var articles = Enumerable.Range(0, 12).Select(Call).ToArray();
        await silo.SubmitAsync(articles);
        await silo.SettledAsync();
        Assert.Equal(articles.Select(article => article.Id).ToHashSet(), extractor.Counts.Keys.ToHashSet());
        Assert.All(extractor.Counts.Values, count => Assert.Equal(1, count));
        foreach (var article in articles)
        {
            var reports = await silo.Archive.ReadReportsAsync(article.Id);
            Assert.NotEmpty(reports);
            Assert.All(reports, report => Assert.NotNull(report.Event));
        }
    }
}
