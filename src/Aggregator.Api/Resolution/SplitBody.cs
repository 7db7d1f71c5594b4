using System.Collections.Immutable;
using Aggregator.Extraction;
using Aggregator.Intake;

namespace Aggregator.Resolution;

/// <summary>That part of an event is another happening, as a client sends it: the part is named by its reports, its articles, or both.</summary>
internal sealed record SplitBody : RulingBody
{
    private const int CountMax = 1_000;

    /// <summary>Reports of the event that tell of another happening, at most 1,000.</summary>
    public ImmutableArray<ReportId>? Reports { get; init; }

    /// <summary>Articles all of whose reports in the event tell of another happening, at most 1,000.</summary>
    public ImmutableArray<ArticleId>? Articles { get; init; }

    /// <inheritdoc/>
    internal override string? Fault() =>
        base.Fault() ?? (Count(Reports) + Count(Articles)) switch
        {
            0 => "The members reports and articles are both missing or empty: what is split off.",
            > CountMax => $"More than {CountMax} reports and articles are named.",
            _ => null,
        };

    /// <inheritdoc/>
    internal override RulingRequest ToRequest(EventId id) => Make(id, RulingKind.Split) with { Reports = Reports ?? [], Articles = Articles ?? [] };

    private static int Count<T>(ImmutableArray<T>? named) => named is { IsDefault: false } all ? all.Length : 0;
}
