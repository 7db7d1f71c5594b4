using System.Collections.Immutable;
using Aggregator.Extraction;
using Aggregator.Wire;

namespace Aggregator.Topics;

/// <summary>The form of a question's values: what the parser reads them into and the matcher compares.</summary>
internal static class QuestionTerms
{
    internal const int ValueLengthMax = 200;

    internal static bool TryRead(QuestionField field, string text, out string value, out string problem)
    {
        (value, problem) = ("", "");
        var trimmed = text.Trim();
        if (trimmed.Length is 0 or > ValueLengthMax)
        {
            problem = $"A value has 1 to {ValueLengthMax} characters.";
            return false;
        }
        switch (field)
        {
            case QuestionField.Kind:
                if (WireName.TryParse<EventKind>(trimmed, out var kind)) value = WireName.From(kind);
                else problem = $"There is no kind '{trimmed}'. Kinds: {string.Join(", ", WireName.All<EventKind>())}.";
                break;
            case QuestionField.Status:
                if (WireName.TryParse<EventStatus>(trimmed, out var status)) value = WireName.From(status);
                else problem = $"There is no status '{trimmed}'. Statuses: {string.Join(", ", WireName.All<EventStatus>())}.";
                break;
            case QuestionField.Actor or QuestionField.Recipient or QuestionField.Party or QuestionField.Place
                when PartyCode.TryParse(trimmed, out var code):
                value = code.Value;
                break;
            default:
                value = string.Join(' ', Words(trimmed));
                if (value.Length == 0) problem = "A value needs a letter or a digit.";
                break;
        }
        return problem.Length == 0;
    }

    /// <summary>The words of a text in lower case: letters and digits, everything else between them.</summary>
    internal static ImmutableArray<string> Words(string text)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        for (var at = 0; at < text.Length;)
        {
            while (at < text.Length && !char.IsLetterOrDigit(text[at])) at++;
            var start = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at])) at++;
            if (at > start) words.Add(text[start..at].ToLowerInvariant());
        }
        return words.ToImmutable();
    }

    /// <summary>A text's words between single blanks, with a blank at either end, so that a phrase is found as whole words.</summary>
    internal static string Padded(string text) => $" {string.Join(' ', Words(text))} ";

    /// <summary>True for a value that is a code rather than a name.</summary>
    internal static bool IsCode(string value) => PartyCode.TryParse(value, out _);
}
