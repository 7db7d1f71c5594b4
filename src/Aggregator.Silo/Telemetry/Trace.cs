using System.Diagnostics;

namespace Aggregator.Telemetry;

/// <summary>The activities of the stages. An article's trace runs from the request that handed it in to the feed entries it leads to.</summary>
internal static class Trace
{
    /// <summary>The source's name, for subscribing to it.</summary>
    internal const string SourceName = "Aggregator";

    internal static readonly ActivitySource Source = new(SourceName);

    /// <summary>Begins a stage's work for one article, in the trace that it came in; null when nobody listens.</summary>
    internal static Activity? Begin(string stage, string? traceParent) =>
        ActivityContext.TryParse(traceParent, null, out var parent) ? Source.StartActivity(stage, ActivityKind.Consumer, parent) : Source.StartActivity(stage);

    /// <summary>The context to hand on: the activity's, else the one that came in.</summary>
    internal static string? Next(Activity? activity, string? traceParent) => activity?.Id ?? traceParent;
}
