using System.ComponentModel.DataAnnotations;

namespace Aggregator.Topics;

/// <summary>A topic's definition as a client sends it.</summary>
internal sealed record TopicBody
{
    private const int TitleLengthMax = 200;
    private const int DescriptionLengthMax = 2_000;
    private const int QuestionLengthMax = 4_000;

    /// <summary>What people call it, 1 to 200 characters.</summary>
    [Required]
    public string? Title { get; init; }

    /// <summary>What it is about, for people; up to 2,000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>The question, 1 to 4,000 characters of the question language.</summary>
    [Required]
    public string? Question { get; init; }

    /// <summary>True hides it from callers without a key or its capability; null keeps what it is, and a new one open.</summary>
    public bool? Private { get; init; }

    /// <summary>What is wrong with its members' lengths, one sentence; null when nothing is.</summary>
    internal string? Fault() =>
        string.IsNullOrWhiteSpace(Title) ? "The member title is missing or empty."
        : Title.Length > TitleLengthMax ? $"The member title is longer than {TitleLengthMax} characters."
        : Description?.Length > DescriptionLengthMax ? $"The member description is longer than {DescriptionLengthMax} characters."
        : string.IsNullOrWhiteSpace(Question) ? "The member question is missing or empty."
        : Question.Length > QuestionLengthMax ? $"The member question is longer than {QuestionLengthMax} characters."
        : null;
}
