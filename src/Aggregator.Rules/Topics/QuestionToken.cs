namespace Aggregator.Topics;

/// <summary>A piece of a question's text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A word's or phrase's text, without quotes.</param>
/// <param name="Offset">Index of its first UTF-16 unit.</param>
/// <param name="Length">UTF-16 units.</param>
internal readonly record struct QuestionToken(QuestionTokenKind Kind, string Text, int Offset, int Length)
{
    internal bool IsKeyword(string keyword) =>
        Kind == QuestionTokenKind.Word && Text.Equals(keyword, StringComparison.OrdinalIgnoreCase);
}
