using Aggregator.Extraction;
using Aggregator.Resolution;

namespace Aggregator.Store;

/// <summary>A report and the block it falls into.</summary>
/// <param name="Report">The report.</param>
/// <param name="Block">The block.</param>
public sealed record BlockedReport(Report Report, BlockKey Block);
