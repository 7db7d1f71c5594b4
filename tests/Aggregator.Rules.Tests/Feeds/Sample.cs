using Aggregator.Extraction;
using Aggregator.Intake;
using Aggregator.Resolution;
using Aggregator.Topics;

namespace Aggregator.Feeds;

/// <summary>A page of a feed with everything in it that a writer has to take care of.</summary>
internal static class Sample
{
    private static readonly DateTimeOffset Noon = new(2026, 9, 14, 12, 0, 0, TimeSpan.Zero);

    internal static readonly TopicDefinition Topic = new()
    {
        Id = TopicId.Parse("island-talks"), Title = "Talks of <islands> & others", Description = "Calls between islands", Question = "kind:call", Version = 2,
        CreatedAt = Noon.AddDays(-3), ChangedAt = Noon.AddDays(-1),
    };

    internal static FeedPage Page(params FeedEntry[] entries) => new() { Topic = Topic, Entries = [.. entries], LastPosition = entries is [.., var last] ? last.Position : 0 };

    internal static FeedEntry Entry(long position, EntryChange change = EntryChange.Added) => new()
    {
        Topic = Topic.Id, Position = position, Change = change, Event = Call(), RecordedAt = Noon.AddMinutes(position), Reason = change == EntryChange.Updated ? "1 new report" : null,
    };

    private static NewsEvent Call() => new()
    {
        Id = EventId.Parse("e-1"), Revision = 1, Block = BlockKey.Parse("talks|FJI|MLT"), Kind = EventKind.Call, Plover = "CONSULT", Cameo = "041", Contexts = ["economic"], Headline = "Malta & Fiji speak \u0001about fish",
        Actors = [new Party(PartyCode.Parse("MLT")), new Party(PartyCode.Parse("FJI"))], Reports = [Told("r-1", "https://example.org/a?b=1&c=2"), Told("r-2", "javascript:alert(1)")],
        ReportCount = 3, FirstPublishedAt = Noon, LastPublishedAt = Noon, RecordedAt = Noon,
        Corroboration = new Corroboration { ArticleCount = 3, OutletCount = 1, VoiceCount = 1, ClaimantCount = 0, Level = CorroborationLevel.SingleSource },
    };

    private static ReportRef Told(string id, string url) => new()
    {
        Id = ReportId.Parse(id), Article = ArticleId.Parse($"article-{id}"), Revision = 1, Outlet = "North \"Wire\"", Url = url, Title = "Islands <speak>", PublishedAt = Noon,
        Quote = "Malta & Fiji spoke by phone 🐟 today.", Span = new Span(13, 14), Claimant = "the ministry", Voice = "north wire",
    };
}
