using System.Globalization;
using Aggregator.Access;
using Aggregator.Extraction;
using Aggregator.Intake;
using Aggregator.Resolution;
using Aggregator.Subscriptions;
using Aggregator.Topics;

namespace Aggregator.Store;

/// <summary>Nouns to fill stores with.</summary>
internal static class Samples
{
    internal static readonly DateTimeOffset Noon = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    internal static readonly BlockKey Block = BlockKey.Parse("call|ARL+BOR");

    internal static ArticleId Article(int number) => ArticleId.Parse(string.Create(CultureInfo.InvariantCulture, $"article-{number}"));

    internal static ReportId Report(int number) => ReportId.Parse(string.Create(CultureInfo.InvariantCulture, $"report-{number:00000}"));

    internal static EventId Event(int number) => EventId.Parse(string.Create(CultureInfo.InvariantCulture, $"e-{number:00000}"));

    internal static TopicId Topic(int number) => TopicId.Parse(string.Create(CultureInfo.InvariantCulture, $"topic-{number:00000}"));

    internal static Submission Submission(int number, string text = "The two ministers spoke by phone on Friday.") => new()
    {
        Id = Article(number), Url = $"https://harbour.example/{number}", Outlet = "Harbour Herald", PublishedAt = Noon.AddMinutes(number),
        Title = $"Ministers talk, {number}", Text = text, TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
    };

    internal static Submission Withdrawal(int number) => new() { Id = Article(number), PublishedAt = Noon, Text = null, Reason = "It was about another minister." };

    internal static BlockedReport Blocked(int number, string block = "call|ARL+BOR", int start = 0, double confidence = 0) =>
        new(ReportOf(number, start, confidence), BlockKey.Parse(block));

    internal static Report ReportOf(int number, int start = 0, double confidence = 0) => new()
    {
        Id = Report(number), Article = Article(1), Revision = 1, Kind = EventKind.Call, Status = EventStatus.Planned, Span = new Span(start, 9),
        Sentence = new Span(start, 43), Quote = "The two ministers spoke by phone on Friday.", Actors = [new Party(PartyCode.Parse("ARL"), "Ana Miro", "minister")],
        Recipients = [new Party(null, "the Borland minister")], Names = ["Ana Miro"], OccurredOn = new OccurredOn(new DateOnly(2026, 3, 13)),
        Place = new Place { Name = "Port Amity", Country = PartyCode.Parse("ARL"), Latitude = 0, Longitude = -3.5 },
        Casualties = new CasualtyFigure { Measure = CasualtyMeasure.Injured, Count = new CountRange(null, 4), Change = new StatedChange { Percent = -12.5 } },
        Rule = "call.speak", Confidence = confidence, Evidence = [new SlotEvidence { Slot = "place", Rule = "in", Span = new Span(start, 2) }],
    };

    internal static ReportDelivery Delivery(int number, int revision = 1, bool retracted = false) => new()
    {
        Report = ReportOf(number), Revision = revision, Retracted = retracted, Outlet = "Harbour Herald", PublishedAt = Noon.AddMinutes(number),
        Title = "Ministers talk", Voice = "v1", Keywords = ["phone", "friday"],
    };

    internal static NewsEvent EventOf(int number, int revision = 1, int publishedMinute = 0, string block = "call|ARL+BOR") => new()
    {
        Id = Event(number), Revision = revision, Block = BlockKey.Parse(block), Kind = EventKind.Call, Status = EventStatus.Occurred, Headline = $"Call {number}, {revision}",
        Actors = [new Party(PartyCode.Parse("ARL"))], FirstPublishedAt = Noon, LastPublishedAt = Noon.AddMinutes(publishedMinute),
        RecordedAt = Noon.AddHours(revision), ReportCount = 1, Outlets = ["Harbour Herald"],
        Corroboration = new Corroboration { ArticleCount = 1, OutletCount = 1, VoiceCount = 1, ClaimantCount = 0, Level = CorroborationLevel.SingleSource },
    };

    internal static AccessKey Key(int number, int version = 1) => new()
    {
        Id = KeyId.Parse(string.Create(CultureInfo.InvariantCulture, $"{number:x12}")), Name = "Ada's laptop", Scopes = [AccessScope.Read, AccessScope.Ingest],
        Secrets = [new KeySecret(new string('a', 64), Noon, Noon.AddDays(1)), new KeySecret(new string('b', 64), Noon)], CreatedAt = Noon, ExpiresAt = Noon.AddYears(1),
        RequestsPerMinute = 30, Version = version,
    };

    internal static TopicDefinition Definition(int number, int version = 1) => new()
    {
        Id = Topic(number), Title = $"Topic {number}", Question = "kind:call", Version = version, CreatedAt = Noon, ChangedAt = Noon.AddHours(version),
    };

    internal static FeedEntry Entry(int topic, long position, NewsEvent newsEvent, EntryChange change = EntryChange.Added, string? reason = null) => new()
    {
        Topic = Topic(topic), Position = position, Change = change, Event = newsEvent, RecordedAt = Noon.AddSeconds(position), Reason = reason,
    };

    internal static StoredSource Source(string id, long version = 1, string polling = "{}") => new(
        new SourceDefinition { Id = SourceId.Parse(id), Url = $"https://{id}.example/feed", Enabled = false, IntervalMin = TimeSpan.FromMinutes(7) },
        new SourceHealth { FailureCount = 2, LastError = "the server answered 503", NextPollAt = Noon }, polling, version);

    internal static StoredSubscription Subscription(string id, long version = 1, string memory = "{}") => new(
        new SubscriptionDefinition
        {
            Id = SubscriptionId.Parse(id), Protocol = SubscriptionProtocol.Webhook, Topics = [Topic(1), Topic(2)], Url = $"https://{id}.example/hook",
            Mode = CloudEventMode.Binary, Changes = [EntryChange.Added, EntryChange.Retracted], BatchSeconds = 60, CreatedAt = Noon,
        },
        new SubscriptionHealth
        {
            Standing = SubscriptionStanding.Paused, Reason = SubscriptionReason.GaveUp, Positions = [new TopicPosition(Topic(1), 7)], FailureCount = 3,
            LastError = "The receiver answered 503.", NextAttemptAt = Noon, AttemptCount = 9,
        },
        memory, version);

    internal static DeliveryAttempt Attempt(long number) => new()
    {
        Number = number, Purpose = DeliveryPurpose.Changes, MessageId = $"topic-00001:{number}", Topic = Topic(1), First = number, Last = number, At = Noon,
        DurationMilliseconds = 12.5, Outcome = "http-503", Status = 503, Error = "The receiver answered 503.",
    };
}
