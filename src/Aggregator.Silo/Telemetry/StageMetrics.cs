using System.Diagnostics.Metrics;
using Aggregator.Extraction;
using Aggregator.Intake;
using Aggregator.Resolution;
using Aggregator.Subscriptions;
using Aggregator.Topics;
using Aggregator.Wire;

namespace Aggregator.Telemetry;

/// <summary>The stages' metrics. Their names and meanings are in docs/telemetry.md.</summary>
public sealed class StageMetrics
{
    /// <summary>The meter's name, for subscribing to it.</summary>
    public const string MeterName = "Aggregator";

    private readonly Counter<long> _articles;
    private readonly Counter<long> _polls;
    private readonly Counter<long> _pushes;
    private readonly Counter<long> _reports;
    private readonly Counter<long> _foreign;
    private readonly Counter<long> _events;
    private readonly Counter<long> _entries;
    private readonly Counter<long> _reread;
    private readonly Counter<long> _faults;
    private readonly Counter<long> _attempts;
    private readonly Histogram<double> _extraction;
    private readonly Histogram<double> _batch;
    private long _pendingCount;
    private double _oldestPendingSeconds;
    private long _followers;
    private long _staleCount;

    /// <summary>Makes the instruments.</summary>
    /// <param name="meters">Where the meter comes from.</param>
    public StageMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _articles = meter.CreateCounter<long>("aggregator.articles", "{article}", "Articles submitted, by result.");
        _polls = meter.CreateCounter<long>("aggregator.polls", "{poll}", "Polls of sources, by outcome.");
        _pushes = meter.CreateCounter<long>("aggregator.pushes", "{push}", "Pushes by the hubs of sources, by outcome.");
        _reports = meter.CreateCounter<long>("aggregator.reports", "{report}", "Reports extracted, by kind.");
        _foreign = meter.CreateCounter<long>("aggregator.articles.foreign", "{article}", "Articles that gave no report for not being in English, by language.");
        _events = meter.CreateCounter<long>("aggregator.events", "{event}", "Revisions of events recorded, by change.");
        _entries = meter.CreateCounter<long>("aggregator.entries", "{entry}", "Feed entries recorded, by change.");
        _reread = meter.CreateCounter<long>("aggregator.rereading.articles", "{article}", "Stored articles handed on to be read again.");
        _faults = meter.CreateCounter<long>("aggregator.faults", "{fault}", "Failures that were survived, by stage.");
        _attempts = meter.CreateCounter<long>("aggregator.deliveries", "{attempt}", "Attempts to tell a subscriber, by protocol and outcome.");
        _extraction = meter.CreateHistogram<double>("aggregator.extraction.duration", "s", "Time to read one article into reports.");
        _batch = meter.CreateHistogram<double>("aggregator.intake.batch.duration", "s", "Time to drive one batch through all stages.");
        meter.CreateObservableGauge("aggregator.inbox.pending", () => Volatile.Read(ref _pendingCount), "{article}", "Articles that wait in the inbox.");
        meter.CreateObservableGauge("aggregator.inbox.lag", () => Volatile.Read(ref _oldestPendingSeconds), "s", "Age of the longest waiting article.");
        meter.CreateObservableGauge("aggregator.rereading.waiting", () => Volatile.Read(ref _staleCount), "{article}", "Stored articles still to be read again.");
        meter.CreateObservableGauge("aggregator.followers", () => Volatile.Read(ref _followers), "{follower}", "Connections that follow this silo's topics.");
    }

    internal void Submitted(SubmitResult result) => _articles.Add(1, Tag("result", WireName.From(result)));

    internal void Polled(string? outcome) => _polls.Add(1, Tag("outcome", outcome));

    internal void Pushed(PushOutcome outcome) => _pushes.Add(1, Tag("outcome", WireName.From(outcome)));

    internal void Extracted(IEnumerable<Report> reports, TimeSpan took)
    {
        foreach (var report in reports) _reports.Add(1, Tag("kind", WireName.From(report.Kind)));
        _extraction.Record(took.TotalSeconds);
    }

    internal void Foreign(string language) => _foreign.Add(1, Tag("language", language));

    internal void Resolved(NewsEvent newsEvent) =>
        _events.Add(1, Tag("change", newsEvent.State == EventState.Retracted ? "retracted" : newsEvent.Revision == 1 ? "added" : "updated"));

    internal void Recorded(EntryChange change) => _entries.Add(1, Tag("change", WireName.From(change)));

    internal void Delivered(SubscriptionProtocol protocol, string outcome) =>
        _attempts.Add(1, Tag("protocol", WireName.From(protocol)), Tag("outcome", outcome));

    internal void BatchDone(TimeSpan took) => _batch.Record(took.TotalSeconds);

    internal void Survived(string stage) => _faults.Add(1, Tag("stage", stage));

    internal void Lagging(InboxLag lag, DateTimeOffset now)
    {
        Volatile.Write(ref _pendingCount, lag.PendingCount);
        Volatile.Write(ref _oldestPendingSeconds, lag.OldestPendingAt is { } oldest ? Math.Max(0, (now - oldest).TotalSeconds) : 0);
    }

    internal void Rereading(int handedOnCount, long staleCount)
    {
        if (handedOnCount > 0) _reread.Add(handedOnCount);
        Volatile.Write(ref _staleCount, staleCount);
    }

    internal void Following(long change) => Interlocked.Add(ref _followers, change);

    private static KeyValuePair<string, object?> Tag(string name, object? value) => new(name, value);
}
