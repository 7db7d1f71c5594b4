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
        "The president of Kenya will speak by phone with the president of Norway on 18 September 2026, his office said.",
        "The phone call of the presidents of Kenya and Norway has been postponed, the foreign ministry said.",
        "The phone call of the presidents of Kenya and Norway on 18 September 2026 was cancelled, the foreign ministry said.",
        "Norway denied that its president had spoken by phone with the president of Kenya on 14 September 2026.",
        "Norway imposed sanctions on Peru on 15 September 2026. Chile urged Peru to release two sailors.",
        "Floods in Peru have killed at least eight people and left 40 missing since 12 September 2026, the Red Cross said. The Peruvian Red Cross put the dead at nine.",
    ];

    /// <summary>Steps: which article tells what, from <see cref="Texts"/>'s end on withdraws it, and the last three are a person's: retract what the topic tells first, merge it, split it.</summary>
    private static readonly Gen<(int Article, int Telling)[]> Steps = Gen.Select(Gen.Int[0, ArticleCount - 1], Gen.Int[0, Texts.Length + 3]).Array[7, 12];

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
                await silo.DefineAsync("all", "kind:call or kind:attack or kind:disaster or kind:sanction or kind:appeal or kind:meeting");
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
        else if ((await silo.Grains.GetGrain<ITopicGrain>("all").ReadEventsAsync(new EventQuery()))!.Events is [var first, ..] events && RequestOf(step.Telling - Texts.Length, first, events) is { } request)
            await silo.Grains.GetGrain<IResolverGrain>(first.Block.Value).RuleAsync(request);
    }

    /// <summary>What a person decides of the first event; null where it can't be decided so.</summary>
    private static RulingRequest? RequestOf(int number, NewsEvent first, ImmutableArray<NewsEvent> events)
    {
        var request = new RulingRequest { Kind = RulingKind.Retract, Event = first.Id, Reason = "told in error", By = "Ada" };
        return number switch
        {
            1 => request,
            2 => events.Skip(1).FirstOrDefault(other => other.Block == first.Block) is { } other ? request with { Kind = RulingKind.Merge, Into = other.Id } : null,
            _ => first.ReportCount > 1 ? request with { Kind = RulingKind.Split, Articles = [first.Reports[^1].Article] } : null,
        };
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
