using System.Collections.Immutable;
using System.Text.Json;
using Aggregator.Aggregates;
using Aggregator.Intake;
using Aggregator.Resolution;
using Aggregator.Topics;
using CsCheck;
using Xunit;

namespace Aggregator.Stages;

/// <summary>
/// What is answered as of a moment is what was answered at that moment, of every aggregate and whatever was submitted, revised, withdrawn or decided by people
/// since; and as of now is what is answered without a moment.
/// </summary>
public sealed class AsOfLawTests : IDisposable
{
    private const int ArticleCount = 4;

    private static readonly DateTimeOffset Noon = new(2026, 9, 14, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] Texts =
    [
        "The president of Kenya spoke by phone with the president of Norway on 14 September 2026.",
        "The president of Peru spoke by phone with the president of Chile on 10 September 2026.",
        "A bomb killed five people and wounded nine in Nairobi on 14 September 2026, the police said.",
        "A bomb killed seven people in Nairobi on 14 September 2026, the mayor said.",
        "Norway's president held a phone call with Kenya's president on 14 September 2026. A flood killed three people in Lima on 12 September 2026, officials said.",
    ];

    /// <summary>Steps: which article tells what, from <see cref="Texts"/>'s end on withdraws it, and the last retracts what the topic tells first.</summary>
    private static readonly Gen<(int Article, int Telling)[]> Steps = Gen.Select(Gen.Int[0, ArticleCount - 1], Gen.Int[0, Texts.Length + 1]).Array[5, 9];

    private readonly string _folder = Directory.CreateTempSubdirectory("aggregator-as-of-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task AsOf_AnyMomentOfAnyHistory_IsWhatWasAnsweredThen()
    {
        var history = 0;
        await Steps.SampleAsync(
            async steps =>
            {
                await using var silo = await TestSilo.StartAsync(Directory.CreateDirectory(Path.Combine(_folder, $"{history++}")).FullName);
                await silo.DefineAsync("all", "kind:call or kind:attack or kind:disaster");
                var seen = new List<(DateTimeOffset At, ImmutableArray<string> Answers)>();
                // The last step makes sure that every earlier position is read from the store.
                foreach (var step in steps.Append((ArticleCount, 0)))
                {
                    await TakeAsync(silo, step);
                    await silo.SettledAsync();
                    var now = DateTimeOffset.UtcNow;
                    var current = await AnswersAsync(silo, null);
                    Assert.Equal(current, await AnswersAsync(silo, now));
                    seen.Add((now, current));
                }
                // An article that is withdrawn takes its words out of all history: what is then left is compared without them.
                var withdrawn = steps.Any(step => step.Telling == Texts.Length);
                foreach (var (at, answers) in seen)
                {
                    var then = await AnswersAsync(silo, at);
                    if (withdrawn) Assert.Equal(answers[..3], then[..3]);
                    else Assert.Equal(answers, then);
                }
            },
            seed: "0N0XIzNsQ0O2", iter: 6, threads: 1);
    }

    private static async Task TakeAsync(TestSilo silo, (int Article, int Telling) step)
    {
        var article = new Submission
        {
            Id = ArticleId.Parse($"a-{step.Article}"), Outlet = $"Outlet {step.Article}", PublishedAt = Noon.AddHours(step.Article), Title = "What is new",
            Text = step.Telling < Texts.Length ? $"{Texts[step.Telling]} So tells outlet {step.Article}." : null,
        };
        if (step.Telling <= Texts.Length) await silo.SubmitAsync(article);
        else if ((await silo.Grains.GetGrain<ITopicGrain>("all").ReadEventsAsync(new EventQuery()))!.Events is [var first, ..])
            await silo.Grains.GetGrain<IResolverGrain>(first.Block.Value).RuleAsync(new RulingRequest { Kind = RulingKind.Retract, Event = first.Id, Reason = "told in error", By = "Ada" });
    }

    /// <summary>Which events in which revision, the counts, the contacts; and, with words in them, the ledger, the feed and each event.</summary>
    private static async Task<ImmutableArray<string>> AnswersAsync(TestSilo silo, DateTimeOffset? at)
    {
        var topic = silo.Grains.GetGrain<ITopicGrain>("all");
        var position = at is { } moment ? (await topic.ReadMomentAsync(moment))!.Position : (long?)null;
        var events = (await topic.ReadEventsAsync(new EventQuery { AtPosition = position }))!.Events;
        var entries = (await silo.ReadFeedAsync("all")).Entries.Where(entry => position is not { } last || entry.Position <= last);
        var told = events.Select(newsEvent => silo.Store.ReadEventAsync(newsEvent.Id, at, TestContext.Current.CancellationToken));
        return
        [
            string.Join(' ', events.Select(newsEvent => $"{newsEvent.Id}.{newsEvent.Revision}")),
            Text(await topic.ReadCountsAsync(new CountQuery { AtPosition = position })),
            Text(await topic.ReadContactsAsync(new ContactQuery { AtPosition = position })),
            Text(await topic.ReadCasualtiesAsync(new CasualtyQuery { AtPosition = position })),
            Text(entries.ToList()),
            Text(await Task.WhenAll(told)),
            Text(events),
        ];
    }

    private static string Text<T>(T answer) => JsonSerializer.Serialize(answer);
}
