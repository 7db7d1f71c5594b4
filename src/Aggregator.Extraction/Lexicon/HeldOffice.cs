namespace Aggregator.Extraction.Lexicon;

/// <summary>One term of office.</summary>
/// <param name="Code">The state or body.</param>
/// <param name="Office">The title.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, or null while in office.</param>
public sealed record HeldOffice(string Code, string Office, DateOnly From, DateOnly? To);
