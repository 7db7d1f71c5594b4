using System.Collections.Immutable;
using Aggregator.Extraction;
using Aggregator.Intake;

namespace Aggregator.Resolution;

/// <summary>A person's decision on an event as a client sends it.</summary>
internal sealed record RulingBody
{
    private const int ReasonLengthMax = 500;
    private const int ByLengthMax = 200;
    private const int CountMax = 1_000;

    /// <summary>For a merge: the event that is the same happening.</summary>
    public EventId? Into { get; init; }

    /// <summary>For a split: reports of the event that tell of another happening, at most 1,000.</summary>
    public ImmutableArray<ReportId>? Reports { get; init; }

    /// <summary>For a split: articles all of whose reports in the event tell of another happening, at most 1,000.</summary>
    public ImmutableArray<ArticleId>? Articles { get; init; }

    /// <summary>Why, 1 to 500 characters; stands in the event's history and in the feeds.</summary>
    public string? Reason { get; init; }

    /// <summary>Who decides, 1 to 200 characters.</summary>
    public string? By { get; init; }

    /// <summary>What is wrong with it for a decision of this kind, one sentence; null when nothing is.</summary>
    internal string? Fault(RulingKind kind) =>
        string.IsNullOrWhiteSpace(Reason) ? "The member reason is missing or empty."
        : Reason.Length > ReasonLengthMax ? $"The member reason is longer than {ReasonLengthMax} characters."
        : string.IsNullOrWhiteSpace(By) ? "The member by is missing or empty."
        : By.Length > ByLengthMax ? $"The member by is longer than {ByLengthMax} characters."
        : kind == RulingKind.Merge && Into is null ? "The member into is missing: the event that is the same happening."
        : kind != RulingKind.Merge && Into is not null ? "The member into belongs to a merge."
        : kind == RulingKind.Split && Named == 0 ? "The members reports and articles are both missing or empty: what is split off."
        : kind != RulingKind.Split && Named > 0 ? "The members reports and articles belong to a split."
        : Named > CountMax ? $"More than {CountMax} reports and articles are named."
        : null;

    internal RulingRequest ToRequest(EventId id, RulingKind kind) => new()
    {
        Kind = kind, Event = id, Into = Into, Reports = Reports ?? [], Articles = Articles ?? [], Reason = Reason!.Trim(), By = By!.Trim(),
    };

    private int Named => (Reports is { IsDefault: false } reports ? reports.Length : 0) + (Articles is { IsDefault: false } articles ? articles.Length : 0);
}
