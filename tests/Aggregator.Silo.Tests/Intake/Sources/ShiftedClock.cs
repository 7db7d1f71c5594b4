namespace Aggregator.Intake;

/// <summary>A clock that tests set forward by hand; its timers run in real time.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private long _ticks;

    internal void Advance(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ticks));
}
