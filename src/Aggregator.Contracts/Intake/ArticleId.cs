using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Intake;

/// <summary>Names an article for good: the same for all its revisions.</summary>
[GenerateSerializer, Immutable, Alias("article-id")]
[JsonConverter(typeof(WireTextJsonConverter<ArticleId>))]
public readonly record struct ArticleId : IWireText<ArticleId>
{
    [Id(0)] private readonly string? _value;

    private ArticleId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <summary>Reads an article id.</summary>
    /// <param name="text">1 to 200 characters of A-Z a-z 0-9 . _ : ~ -</param>
    /// <exception cref="FormatException">The text is not of that form.</exception>
    public static ArticleId Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException($"Not an article id: '{text}'. 1 to 200 characters of A-Z a-z 0-9 . _ : ~ -");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out ArticleId value)
    {
        var valid = TextRule.IsId(text, 200);
        value = valid ? new ArticleId(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
