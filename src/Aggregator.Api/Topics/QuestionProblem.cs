using Aggregator.Http;

namespace Aggregator.Topics;

/// <summary>Tells where a question is wrong: by offset for a program, by a line with carets for a person.</summary>
internal static class QuestionProblem
{
    internal static Problem Of(string question, QuestionError error)
    {
        var offset = Math.Clamp(error.Offset, 0, question.Length);
        var (line, caret) = Point(question, offset, error.Length);
        return new Problem(ProblemKind.InvalidQuestion, error.Message)
            .With("offset", error.Offset).With("length", error.Length).With("message", error.Message).With("line", line).With("caret", caret);
    }

    /// <summary>The line of the question that holds the offset, and a line of carets that stands under what is wrong in it.</summary>
    private static (string Line, string Caret) Point(string question, int offset, int length)
    {
        var start = offset == 0 ? 0 : question.LastIndexOf('\n', offset - 1) + 1;
        var end = question.IndexOf('\n', offset);
        if (end < 0) end = question.Length;
        var carets = Math.Max(1, Math.Min(length, end - offset));
        // Tabs stay tabs, so that the carets stand right however wide they are shown.
        var indent = string.Concat(question[start..offset].Select(letter => letter == '\t' ? '\t' : ' '));
        return (question[start..end].TrimEnd('\r'), indent + new string('^', carets));
    }
}
