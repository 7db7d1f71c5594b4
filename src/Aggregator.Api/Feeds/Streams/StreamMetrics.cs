using System.Diagnostics.Metrics;

namespace Aggregator.Feeds;

/// <summary>What the streams of this node do; meter <c>Aggregator.Api</c>.</summary>
internal sealed class StreamMetrics
{
    internal const string MeterName = "Aggregator.Api";

    private readonly UpDownCounter<int> _open;
    private readonly Counter<long> _told;
    private readonly Counter<long> _dropped;

    public StreamMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _open = meter.CreateUpDownCounter<int>("aggregator.streams", "{stream}", "Streams open on this node.");
        _told = meter.CreateCounter<long>("aggregator.stream.deliveries", "{entry}", "Entries handed to streams, one for each follower.");
        _dropped = meter.CreateCounter<long>("aggregator.stream.dropped", "{stream}", "Streams ended because their reader was too slow.");
    }

    internal void Opened() => _open.Add(1);

    internal void Closed() => _open.Add(-1);

    internal void Told(int count) => _told.Add(count);

    internal void Dropped() => _dropped.Add(1);
}
