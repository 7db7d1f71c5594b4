using System.Collections.Immutable;
using Aggregator.Extraction;
using Aggregator.Resolution;
using BenchmarkDotNet.Attributes;

namespace Aggregator.Topics;

/// <summary>What it costs to find the topics that one event answers, among many.</summary>
[MemoryDiagnoser]
public class QuestionIndexBenchmarks
{
    private static readonly string[] Codes = ["KEN", "NOR", "PER", "JPN", "GHA", "CHL", "CAN", "EGY", "IND", "ESP"];
    private QuestionIndex _index = new(0, []);
    private NewsEvent _event = null!;

    /// <summary>How many topics are filed.</summary>
    [Params(1_000, 100_000)]
    public int TopicCount { get; set; }

    /// <summary>Files the topics: most ask for a rare word and a party, as people's do.</summary>
    [GlobalSetup]
    public void File()
    {
        _index = new QuestionIndex(1, Enumerable.Range(0, TopicCount).Select(number => KeyValuePair.Create(
            TopicId.Parse($"topic-{number}"),
            QuestionParser.Parse($"kind:(call or meeting) and party:{Codes[number % Codes.Length]} and subject{number / 3}", out _)!)));
        var at = new DateTimeOffset(2026, 9, 14, 0, 0, 0, TimeSpan.Zero);
        _event = new NewsEvent
        {
            Id = EventId.Parse("e-1"), Revision = 1, Block = BlockKey.Parse("talks|KEN+NOR"), Kind = EventKind.Call, Headline = "Two presidents spoke by phone about subject7 and subject9.",
            Actors = [new Party(PartyCode.Parse("KEN")), new Party(PartyCode.Parse("NOR"))], Corroboration = CorroborationRule.Of(ImmutableArray<ReportDelivery>.Empty),
            FirstPublishedAt = at, LastPublishedAt = at, RecordedAt = at,
        };
    }

    /// <summary>Lays out the event and asks the index.</summary>
    [Benchmark]
    public int Match() => _index.Match(new EventTerms(_event)).Length;
}
