namespace Aggregator.Topics;

/// <summary>What is wrong with a question, and where.</summary>
/// <param name="Offset">Index of the first UTF-16 unit at fault, from 0; the question's length when something is missing at its end.</param>
/// <param name="Length">UTF-16 units at fault, 0 when something is missing.</param>
/// <param name="Message">What is wrong and what would be right, one sentence.</param>
[GenerateSerializer, Immutable, Alias("question-error")]
public sealed record QuestionError([property: Id(0)] int Offset, [property: Id(1)] int Length, [property: Id(2)] string Message);
