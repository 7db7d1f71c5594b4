namespace Aggregator.Resolution;

/// <summary>How alike two accounts are, with every piece of evidence that was weighed.</summary>
/// <param name="Score">The sum of the weights; two accounts are of one happening from <see cref="SamenessRule.SameFrom"/> on.</param>
/// <param name="Evidence">What was weighed, heaviest first.</param>
public sealed record Likeness(double Score, IReadOnlyList<SamenessEvidence> Evidence);
