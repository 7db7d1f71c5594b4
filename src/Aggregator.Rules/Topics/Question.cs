using System.Collections.Immutable;

namespace Aggregator.Topics;

/// <summary>A standing question, as read from its text: a tree of conditions on one event.</summary>
public abstract record Question
{
    private Question() { }

    /// <summary>Every part must hold.</summary>
    /// <param name="Parts">Two or more.</param>
    public sealed record All(ImmutableArray<Question> Parts) : Question;

    /// <summary>One part must hold.</summary>
    /// <param name="Parts">Two or more.</param>
    public sealed record Any(ImmutableArray<Question> Parts) : Question;

    /// <summary>The part must not hold.</summary>
    /// <param name="Part">The part.</param>
    public sealed record Without(Question Part) : Question;

    /// <summary>A field of the event has a value.</summary>
    /// <param name="Field">The field.</param>
    /// <param name="Value">The value in the form of <see cref="QuestionTerms"/>: codes in capitals, words and names in lower case.</param>
    public sealed record Has(QuestionField Field, string Value) : Question;

    /// <summary>A number of the event is large enough.</summary>
    /// <param name="Number">The number.</param>
    /// <param name="Count">The least it may be, 1 to 1,000.</param>
    public sealed record AtLeast(QuestionNumber Number, int Count) : Question;
}
