namespace Aggregator.Importing;

/// <summary>What a line was answered with.</summary>
/// <param name="Line">Its number in the batch, from 1.</param>
/// <param name="Result"><c>accepted</c>, <c>duplicate</c>, <c>revised</c> or <c>refused</c>.</param>
/// <param name="Reason">Why it was refused, or null.</param>
internal sealed record ImportOutcome(int Line, string Result, string? Reason);
