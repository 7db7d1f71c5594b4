using Aggregator.Wire;

namespace Aggregator.Topics;

/// <summary>The keys of <see cref="QuestionIndex"/>.</summary>
internal static class IndexKey
{
    internal static string Value(QuestionField field, string value) => $"{WireName.From(field)}={value}";

    internal static string Name(QuestionField field, string word) => $"{WireName.From(field)}~{word}";
}
