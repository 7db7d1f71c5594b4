using Aggregator.Extraction;
using Aggregator.Intake;
using CsCheck;

namespace Aggregator.Resolution;

/// <summary>
/// A made-up world's outlets: happenings of every kind of a family, told in every status, with and without date, place, parties and figure, revised, told in other words and withdrawn.
/// </summary>
internal static class ToldWorld
{
    /// <summary>How many happenings there are, and the most that each killed.</summary>
    internal const int HappeningCount = 6;
    internal const int KilledMax = 20;

    private static readonly string[] Towns = ["Alden", "Borrow", "Castle Ford"];

    private static readonly string[] Countries = ["KEN", "NOR", "PER", "CHL"];

    private static readonly Dictionary<string, EventKind[]> Kinds = new()
    {
        ["harm"] = [EventKind.Attack, EventKind.Crime, EventKind.Disaster, EventKind.Attack],
        ["talks"] = [EventKind.Call, EventKind.Meeting, EventKind.Mediation, EventKind.Meeting],
        ["request"] = [EventKind.Appeal, EventKind.Demand],
        ["sanction"] = [EventKind.Sanction],
    };

    private static readonly string[] Modes = ["bomb", "shoot", "flood", "kill"];

    private static readonly EventStatus[] Statuses =
    [
        EventStatus.Occurred, EventStatus.Planned, EventStatus.Occurred, EventStatus.Postponed, EventStatus.Ongoing, EventStatus.Cancelled, EventStatus.Denied, EventStatus.Hypothetical,
    ];

    /// <summary>A telling: which happening, by which outlet, how many days late, what it leaves out or says otherwise, its figure, and what the article says in its next revision.</summary>
    private static readonly Gen<Telling> Any = Gen.Select(
        Gen.Int[0, HappeningCount - 1], Gen.Int[0, 6], Gen.Int[0, 12], Gen.Int[0, 1_023], Gen.Int[0, KilledMax], Gen.Enum<Turn>(),
        (happening, outlet, late, manner, killed, turn) => new Telling(happening, outlet, late, manner, killed, turn));

    /// <summary>What becomes of an article in its next revision.</summary>
    internal enum Turn
    {
        Stays,
        SaysOtherwise,
        SaysInOtherWords,
        Withdrawn,
        StaysToo,
        StaysAsWell,
    }

    /// <summary>A batch of one family, its articles' revisions all among it.</summary>
    internal static Gen<ReportDelivery[]> Batch(string family) =>
        Any.Array[1, 14].Select(tellings => tellings.SelectMany((telling, at) => Tell(family, $"{at}", telling)).ToArray());

    /// <summary>A batch whose articles have but one revision, and tell no more of a happening than is true.</summary>
    internal static Gen<ReportDelivery[]> FirstTold(string family) =>
        Any.Array[1, 14].Select(tellings => tellings.SelectMany((telling, at) => Tell(family, $"{at}", telling with { Turn = Turn.Stays })).ToArray());

    /// <summary>The same told by other articles.</summary>
    internal static ReportDelivery[] Renamed(ReportDelivery[] batch, string prefix) => [.. batch.Select(delivery => delivery with
    {
        Report = delivery.Report with
        {
            Id = ReportId.Parse($"{prefix}-{delivery.Report.Id}"), Article = ArticleId.Parse($"{prefix}-{delivery.Report.Article}"),
            About = delivery.Report.About is { } about ? ReportId.Parse($"{prefix}-{about}") : null,
        },
    })];

    /// <summary>The taking back of all that was told.</summary>
    internal static ReportDelivery[] Withdrawn(IEnumerable<ReportDelivery> batch) => [.. batch.Select(delivery => delivery with { Revision = 9, Retracted = true })];

    /// <summary>What stands of a batch in the end: of each report what its last revision says.</summary>
    internal static IEnumerable<ReportDelivery> Standing(IEnumerable<ReportDelivery> batch) =>
        batch.GroupBy(delivery => delivery.Report.Id, (_, said) => said.MaxBy(delivery => delivery.Revision)!).Where(delivery => !delivery.Retracted);

    /// <summary>Whom a happening killed, in truth.</summary>
    internal static int KilledIn(int happening) => KilledMax - 3 * happening;

    private static List<ReportDelivery> Tell(string family, string number, Telling telling)
    {
        var first = Said(family, number, telling, start: 0).ToList();
        var next = telling.Turn switch
        {
            Turn.SaysOtherwise => Said(family, number, telling with { Manner = telling.Manner ^ 37 }, start: 0).ToList(),
            Turn.SaysInOtherWords => Said(family, $"{number}-again", telling with { Outlet = telling.Outlet + 1 }, start: 120).Select(item => item with { Report = item.Report with { Article = first[0].Article }, Outlet = first[0].Outlet }).ToList(),
            Turn.Withdrawn => [],
            _ => null,
        };
        if (next is null) return first;
        var gone = first.Where(item => next.All(other => other.Report.Id != item.Report.Id)).Select(item => item with { Retracted = true });
        return [.. first, .. next.Concat(gone).Select(item => item with { Revision = 2 })];
    }

    private static IEnumerable<ReportDelivery> Said(string family, string number, Telling telling, int start)
    {
        var (happening, manner) = (telling.Happening, telling.Manner);
        var kinds = Kinds[family];
        var words = string.Join(' ', Enumerable.Range(0, 8).Select(at => $"{(char)('a' + happening)}word{(at * (manner % 3 + 1) + telling.Outlet % 2) % 11}"));
        var quote = $"Something happened near {words}.";
        var day = 2 * happening;
        var report = Sample.Report($"r-{number}", kinds[(happening + manner / 512) % kinds.Length]) with
        {
            Quote = quote,
            Status = Statuses[(manner >> 3) % Statuses.Length],
            Mode = (manner & 64) == 0 ? Modes[happening % Modes.Length] : null,
            OccurredOn = (manner & 1) == 0 ? new OccurredOn(DateOnly.FromDateTime(Sample.Noon.AddDays(day).UtcDateTime)) : null,
            Place = (manner & 2) == 0 ? PlaceOf(happening) : null,
            Actors = (manner & 128) == 0 ? Sample.Parties(Countries[happening % 4], Countries[(happening + 1) % 4]) : [],
            Claimant = (manner & 4) == 0 ? "the police" : null,
            Sentence = new Span(start, 40),
            Span = new Span(start, 4),
        };
        yield return Deliver(report, $"Outlet {telling.Outlet}", day + telling.Late, quote);
        if (family != "harm" || telling.Killed < 6) yield break;
        var figure = Sample.Figure($"r-{number}-f", Math.Min(telling.Killed, KilledIn(happening)), (manner & 256) == 0 ? "the mayor" : null, about: $"r-{number}");
        yield return Deliver(figure with { Article = report.Article, Sentence = new Span(start + 50, 40), Span = new Span(start + 50, 5) }, $"Outlet {telling.Outlet}", day + telling.Late, quote);
    }

    private static Place PlaceOf(int happening)
    {
        var town = happening % Towns.Length;
        return new Place { Name = Towns[town], Entry = Towns[town], Latitude = 10 * town, Longitude = 20 };
    }

    private static ReportDelivery Deliver(Report report, string outlet, int day, string text) => Sample.Delivery(report, outlet, day) with
    {
        Keywords = new ArticleWords("A headline", text).Around(report),
    };

    private sealed record Telling(int Happening, int Outlet, int Late, int Manner, int Killed, Turn Turn);
}
