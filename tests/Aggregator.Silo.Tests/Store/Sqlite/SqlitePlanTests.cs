using System.Reflection;
using Aggregator.Intake;
using Aggregator.Resolution;
using Aggregator.Subscriptions;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Aggregator.Store.Sqlite;

public sealed class SqlitePlanTests : IDisposable
{
    // json_each lists the ids asked for; partitions are few; keys and definitions are read whole by intent, subscriptions and readings counted; the last is no table.
    private static readonly string[] ReadWhole = ["SCAN j ", "SCAN p ", "SCAN topics ", "SCAN access_keys ", "SCAN r ", "SCAN subscriptions ", "SCAN CONSTANT ROW", "SCAN e ", "SCAN l "];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aggregator-store-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Statements_All_FindTheirRowsByIndex()
    {
        await using var store = SqliteStores.In(_folder, options => options.ReaderCountMax = 1);
        await store.OpenAsync(Token);
        var called = await CallAllAsync(store);
        Assert.Equal(StoreMethods().Order(StringComparer.Ordinal), called.Order(StringComparer.Ordinal));
        var statements = (await store.ReadStatementsAsync(Token)).Where(IsPlanned).ToList();
        Assert.InRange(statements.Count, 40, 200);
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder.FullName, "aggregator.db")};Pooling=False;Mode=ReadOnly");
        connection.Open();
        foreach (var statement in statements)
            foreach (var step in Plan(connection, statement).Where(step => step.StartsWith("SCAN", StringComparison.Ordinal)))
                Assert.True(ReadWhole.Any(allowed => (step + " ").StartsWith(allowed, StringComparison.Ordinal)), $"{step} in: {statement}");
    }

    private static bool IsPlanned(string statement) =>
        statement.Split(' ', 2)[0] is "SELECT" or "INSERT" or "UPDATE" or "DELETE" && !statement.Contains("schema", StringComparison.Ordinal);

    private static List<string> Plan(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {statement}";
        for (var number = 1; number <= 12; number++) command.Parameters.AddWithValue($"${number}", DBNull.Value);
        using var rows = command.ExecuteReader();
        var steps = new List<string>();
        while (rows.Read()) steps.Add(rows.GetString(3));
        return steps;
    }

    private static IEnumerable<string> StoreMethods() =>
        typeof(IStore).GetInterfaces().Where(part => part.Namespace == typeof(IStore).Namespace).SelectMany(part => part.GetMethods())
            .Where(method => !method.IsSpecialName).Select(method => method.Name);

    private static async Task<List<string>> CallAllAsync(SqliteStore store)
    {
        var called = new List<string>();
        foreach (var method in typeof(IStore).GetInterfaces().SelectMany(part => part.GetMethods()).Where(method => StoreMethods().Contains(method.Name) && !method.IsSpecialName))
        {
            var arguments = method.GetParameters().Select(parameter => Argument(method, parameter)).ToArray();
            await (Task)method.Invoke(store, arguments)!;
            called.Add(method.Name);
        }

        // Later versions are written by other statements than the first, and what is known by others than what is new.
        await store.PutTopicAsync(Samples.Definition(1, 2), true, Token);
        await store.PutSourceAsync(Samples.Source("harbour", 2), Token);
        await store.PutSubscriptionAsync(Samples.Subscription("hook"), null, Token);
        await store.PutSubscriptionAsync(Samples.Subscription("hook", 2), Samples.Attempt(1), Token);
        await store.PutRereadingAsync(new StoredRereading(2, "v1", null, 0, 0, false, Samples.Noon, null), [], Samples.Noon, Token);
        await store.PutKeyAsync(Samples.Key(1, 2), Token);
        await store.SubmitAsync([Samples.Submission(1), Samples.Withdrawal(1)], Samples.Noon, Token);
        await store.MoveCursorAsync(PartitionRule.Of(Samples.Article(1), store.PartitionCount), 0, 1, Token);
        await store.AppendBlockAsync(new BlockAppend(Samples.Block, 0, [Samples.EventOf(1)], []), Token);
        await store.AppendBlockAsync(new BlockAppend(Samples.Block, 1, [Samples.EventOf(1, 2)], [new AssignedDelivery(Samples.Delivery(1), Samples.Event(1))]), Token);
        await store.AppendEntriesAsync(new TopicAppend(Samples.Topic(1), 0, 2, [Samples.Entry(1, 1, Samples.EventOf(1))], [], null), Token);
        await store.ReadBlockAsync(Samples.Block, Samples.Noon, Token);
        await store.ReadNewerEventsAsync(new Dictionary<EventId, int> { [Samples.Event(1)] = 1 }, Token);
        await store.DeleteTopicAsync(Samples.Topic(1), Token);
        return called;
    }

    private static object? Argument(MethodInfo method, ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(CancellationToken) => Token,
        var type when type == typeof(int) => parameter.Name == "partition" ? 0 : 1,
        var type when type == typeof(long) => parameter.Name == "target" ? 1L : 0L,
        var type when type == typeof(bool) => false,
        var type when type == typeof(DateTimeOffset) => Samples.Noon,
        var type when type == typeof(IReadOnlyList<Submission>) => (Submission[])[Samples.Submission(1)],
        var type when type == typeof(IReadOnlyList<BlockedReport>) => (BlockedReport[])[Samples.Blocked(1)],
        var type when type == typeof(IReadOnlyList<ArticleReports>) => (ArticleReports[])[new ArticleReports(Samples.Article(1), 1, [Samples.Blocked(1)])],
        var type when type == typeof(IReadOnlyDictionary<ArticleId, int>) => new Dictionary<ArticleId, int> { [Samples.Article(1)] = 1 },
        var type when type == typeof(BlockAppend) => new BlockAppend(BlockKey.Parse("empty"), 0, [], []),
        var type when type == typeof(TopicAppend) => new TopicAppend(Samples.Topic(1), 0, 1, [], [], null),
        var type when type == typeof(StoredSource) => Samples.Source("harbour"),
        var type when type == typeof(StoredSubscription) => Samples.Subscription("hook"),
        var type when type == typeof(DeliveryAttempt) => Samples.Attempt(1),
        var type when type == typeof(SubscriptionId) => SubscriptionId.Parse("hook"),
        var type when type == typeof(IReadOnlyCollection<Extraction.ReportId>) => (Extraction.ReportId[])[Samples.Report(1)],
        var type when type == typeof(string) => "v1",
        var type when type == typeof(StoredRereading) => new StoredRereading(1, "v1", null, 0, 0, false, Samples.Noon, null),
        var type when type == typeof(IReadOnlyCollection<ArticleId>) => (ArticleId[])[Samples.Article(1)],
        var type when type == typeof(IReadOnlyCollection<EventId>) => (EventId[])[Samples.Event(1)],
        var type when type == typeof(IReadOnlyDictionary<EventId, int>) => new Dictionary<EventId, int>(),
        var type when type == typeof(Topics.TopicDefinition) => Samples.Definition(1),
        var type when type == typeof(ArticleId) => Samples.Article(1),
        var type when type == typeof(Extraction.ReportId) => Samples.Report(1),
        var type when type == typeof(BlockKey) => Samples.Block,
        var type when type == typeof(EventId) => Samples.Event(1),
        var type when type == typeof(Topics.TopicId) => Samples.Topic(1),
        var type when type == typeof(SourceId) => SourceId.Parse("harbour"),
        var type when type == typeof(Access.KeyId) => Samples.Key(1).Id,
        var type when type == typeof(Access.AccessKey) => Samples.Key(1),
        var type when type == typeof(Access.TopicCapability) => new Access.TopicCapability([]),
        var type when Nullable.GetUnderlyingType(type) is not null => null,
        var type => throw new NotSupportedException($"{method.Name} takes a {type}, for which the test has no value."),
    };
}
