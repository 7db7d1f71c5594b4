using Aggregator.Intake;

namespace Aggregator.Store;

/// <summary>What one revision of an article was read to say.</summary>
/// <param name="Article">The article.</param>
/// <param name="Revision">The revision that was read.</param>
/// <param name="Reports">Its reports, each with the block it falls into.</param>
public sealed record ArticleReports(ArticleId Article, int Revision, IReadOnlyList<BlockedReport> Reports)
{
    /// <summary>What earlier revisions or readings said and this one does not, each with its block.</summary>
    public IReadOnlyList<BlockedReport> Retracted { get; init; } = [];
}
