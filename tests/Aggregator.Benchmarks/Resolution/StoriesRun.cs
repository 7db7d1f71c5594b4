using System.Globalization;
using System.Text.Json;
using Aggregator.Extraction;
using Aggregator.Intake;
using Aggregator.Load;

namespace Aggregator.Resolution;

/// <summary>
/// How well resolution finds the stories that people made of articles, one JSON object a line with <c>story</c>; apart for the stories that tell
/// a happening of our kinds and for the others (sports, gadgets, markets). A story is of our kinds where at least two of its articles, and half of
/// them, tell one of the same family in their first 600 UTF-16 units.
/// </summary>
internal static class StoriesRun
{
    private const int LeadLength = 600;

    internal static int Run(LoadSettings settings)
    {
        var extractor = Extractor.Load();
        var lines = File.ReadLines(settings.File ?? throw new ArgumentException("stories needs --file.")).Where(line => line.Length > 0)
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line)).DistinctBy(line => Text(line, "id")).ToList();
        var stories = lines.ToDictionary(line => Text(line, "id"), line => Text(line, "story"));
        var told = lines.AsParallel().AsOrdered().SelectMany(line => Deliveries(line, extractor)).ToList();
        var groups = Groups(told, out var links);
        var families = told.Where(item => item.Delivery.Report.Sentence.Start < LeadLength).ToLookup(item => item.Delivery.Article.Value, item => item.Block.Value);
        var ours = stories.GroupBy(pair => pair.Value, pair => pair.Key).Where(story => IsOurs([.. story], families)).Select(story => story.Key).ToHashSet();
        Show("all", stories, stories.Keys, groups, links);
        Show("of our kinds", stories, stories.Keys.Where(id => ours.Contains(stories[id])), groups, links);
        Show("others", stories, stories.Keys.Where(id => !ours.Contains(stories[id])), groups, links);
        return 0;
    }

    private static bool IsOurs(List<string> articles, ILookup<string, string> families) =>
        articles.SelectMany(article => families[article].Distinct()).CountBy(family => family).Any(family => family.Value >= 2 && family.Value * 2 >= articles.Count);

    private static IEnumerable<(BlockKey Block, ReportDelivery Delivery)> Deliveries(JsonElement line, Extractor extractor)
    {
        var day = DateOnly.Parse(Text(line, "published").AsSpan(0, 10), CultureInfo.InvariantCulture);
        var document = new Document { Article = ArticleId.Parse(Text(line, "id")), Published = day, Outlet = Text(line, "outlet"), Title = Text(line, "title"), Text = Text(line, "text") };
        var published = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        var article = new Article
        {
            Id = document.Article, Revision = 1, Outlet = document.Outlet, PublishedAt = published, ReceivedAt = published, Title = document.Title, Text = document.Text,
        };
        return DeliveryRule.Of(article, [.. DeliveryRule.Address(extractor.Extract(document))], [], 1, extractor);
    }

    /// <summary>The connected groups that events make of articles, and the pairs that an event holds both of.</summary>
    private static Dictionary<string, HashSet<string>> Groups(List<(BlockKey Block, ReportDelivery Delivery)> told, out HashSet<(string, string)> links)
    {
        var groups = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        links = [];
        foreach (var block in told.GroupBy(item => item.Block, item => item.Delivery))
            foreach (var open in Resolver.Resolve(Block.Empty(block.Key), [.. block], DateTimeOffset.UnixEpoch).Block.Events.Values)
            {
                var articles = open.Standing.Select(delivery => delivery.Article.Value).Distinct().Order(StringComparer.Ordinal).ToList();
                links.UnionWith(articles.SelectMany((one, at) => articles.Skip(at + 1).Select(other => (one, other))));
                var joined = articles.SelectMany(article => groups.GetValueOrDefault(article, [article])).ToHashSet(StringComparer.Ordinal);
                foreach (var article in joined) groups[article] = joined;
            }
        return groups;
    }

    private static void Show(
        string name, Dictionary<string, string> stories, IEnumerable<string> some, Dictionary<string, HashSet<string>> groups, HashSet<(string One, string Other)> links)
    {
        var articles = some.ToHashSet(StringComparer.Ordinal);
        if (articles.Count == 0) return;
        var linked = links.Where(link => articles.Contains(link.One) || articles.Contains(link.Other)).ToList();
        var right = linked.Count(link => stories[link.One] == stories[link.Other]);
        var sizes = stories.Values.CountBy(story => story).ToDictionary();
        var pairs = articles.Select(article => stories[article]).Distinct().Sum(story => sizes[story] * (sizes[story] - 1) / 2);
        var (precision, recall) = (0.0, 0.0);
        foreach (var article in articles)
        {
            var group = groups.GetValueOrDefault(article, [article]);
            double same = group.Count(other => stories[other] == stories[article]);
            precision += same / group.Count / articles.Count;
            recall += same / sizes[stories[article]] / articles.Count;
        }
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {articles.Count} articles, {articles.Select(article => stories[article]).Distinct().Count()} stories; pairs P {right / Math.Max(1.0, linked.Count):0.000} R {right / Math.Max(1.0, pairs):0.000} ({right} of {linked.Count} linked, {pairs} of one story); B-cubed P {precision:0.000} R {recall:0.000} F1 {2 * precision * recall / (precision + recall):0.000}"));
    }

    private static string Text(JsonElement line, string member) => line.TryGetProperty(member, out var value) ? value.GetString() ?? "" : "";
}
