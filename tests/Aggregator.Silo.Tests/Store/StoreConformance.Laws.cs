using Aggregator.Intake;
using CsCheck;
using Xunit;

namespace Aggregator.Store;

public abstract partial class StoreConformance
{
    private const int ArticleCount = 5;

    private static readonly Gen<int[]> Steps = Gen.Int[0, 999].Array[1, 60];

    /// <summary>Random submissions, withdrawals, cursor moves and restarts do to the store what they do to a list in memory.</summary>
    [Fact]
    public async Task Law_Intake_IsAsTheModelSays() => await Steps.SampleAsync(
        async steps =>
        {
            await StartAnewAsync();
            var model = new InboxModel(Store.PartitionCount);
            foreach (var step in steps) await TakeAsync(step, model);
            await ReopenAsync();
            for (var partition = 0; partition < Store.PartitionCount; partition++)
            {
                var cursor = await Store.ReadCursorAsync(partition, Token);
                var rows = await Store.ReadInboxAsync(partition, cursor, 1_000, Token);
                Assert.Equal(model.PendingOf(partition), rows.Select(row => (row.Article.Id, row.Revision)));
            }

            Assert.Equal(model.PendingCount, (await Store.ReadLagAsync(Token)).PendingCount);
        },
        seed: "0N0XIzNsQ0O2", iter: 25, threads: 1);

    /// <summary>Of appends whose authors know more or less, those that know the last version are written, and only those.</summary>
    [Fact]
    public async Task Law_Blocks_OnlyTheInformedAuthorWrites() => await Steps.SampleAsync(
        async steps =>
        {
            await StartAnewAsync();
            var (version, revisions) = (0L, new int[ArticleCount]);
            foreach (var step in steps)
            {
                var (newsEvent, known) = (step % ArticleCount, version - step / ArticleCount % 3 + 1);
                if (known < 0) continue;
                var written = await Store.AppendBlockAsync(Append(known, [Samples.EventOf(newsEvent, revisions[newsEvent] + 1)], Assigned(step, newsEvent)), Token);
                Assert.Equal(known == version, written);
                if (!written) continue;
                version++;
                revisions[newsEvent]++;
            }

            await ReopenAsync();
            var block = await Store.ReadBlockAsync(Samples.Block, DateTimeOffset.MinValue, Token);
            Assert.Equal(version, block.Version);
            Assert.Equal(revisions.Where(revision => revision > 0), block.Events.OrderBy(stored => stored.Event.Id.Value).Select(stored => stored.Event.Revision));
        },
        seed: "0N0XIzNsQ0O2", iter: 15, threads: 1);

    /// <summary>After any readings, what stands is what the last one said, and each retraction is told by exactly the reading that made it.</summary>
    [Fact]
    public async Task Law_Reports_StandAsLastSaid() => await Steps.SampleAsync(
        async steps =>
        {
            await StartAnewAsync();
            var standing = new HashSet<int>();
            var untold = new HashSet<int>();
            for (var revision = 1; revision <= Math.Min(steps.Length, 12); revision++)
            {
                var said = Enumerable.Range(0, 8).Where(number => (steps[revision - 1] >> number & 1) == 1).ToList();
                untold.UnionWith(standing.Except(said));
                untold.ExceptWith(said);
                var reports = said.ConvertAll(number => Samples.Blocked(number, start: number));
                var expected = untold.Order().Select(Samples.Report).ToList();
                for (var time = 0; time < 2; time++)
                {
                    var retracted = await RecordAsync(Samples.Article(1), revision, "v1", reports);
                    Assert.Equal(expected, retracted.Select(item => item.Report.Id).OrderBy(id => id.Value, StringComparer.Ordinal));
                }

                standing = [.. said];
                Assert.Equal(standing.Order().Select(Samples.Report), (await Store.ReadReportsAsync(Samples.Article(1), Token)).Select(report => report.Id));
            }
        },
        seed: "0N0XIzNsQ0O2", iter: 10, threads: 1);

    private async Task TakeAsync(int step, InboxModel model)
    {
        var article = step % ArticleCount;
        var partition = PartitionRule.Of(Samples.Article(article), Store.PartitionCount);
        switch (step / ArticleCount % 8)
        {
            case 0:
                Assert.Equal([model.Withdraw(Samples.Article(article))], await Store.SubmitAsync([Samples.Withdrawal(article)], Samples.Noon, Token));
                break;
            case 1:
                await MoveAsync(partition, informed: step % 2 == 0, model);
                break;
            case 2 when step % 7 == 0:
                await ReopenAsync();
                break;
            default:
                var text = $"As told the {step % 3}. time.";
                Assert.Equal([model.Submit(Samples.Article(article), text)], await Store.SubmitAsync([Samples.Submission(article, text)], Samples.Noon, Token));
                break;
        }
    }

    private async Task MoveAsync(int partition, bool informed, InboxModel model)
    {
        var cursor = await Store.ReadCursorAsync(partition, Token);
        if (await Store.ReadInboxAsync(partition, cursor, 1, Token) is not [var row]) return;
        Assert.Equal(informed, await Store.MoveCursorAsync(partition, informed ? cursor : cursor - 1, row.Sequence, Token));
        if (informed) model.MovePast(partition, row.Article.Id, row.Revision);
    }

    private async Task StartAnewAsync()
    {
        await Store.DisposeAsync();
        _store = null;
        Clear();
        _store = await OpenAsync();
    }
}
