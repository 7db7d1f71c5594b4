using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Topics;

/// <summary>Names a topic; also its part of every feed address.</summary>
[GenerateSerializer, Immutable, Alias("topic-id")]
[JsonConverter(typeof(WireTextJsonConverter<TopicId>))]
public readonly record struct TopicId : IWireText<TopicId>
{
    [Id(0)] private readonly string? _value;

    private TopicId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <summary>Reads a topic id.</summary>
    /// <param name="text">1 to 64 characters of a-z 0-9 -, no dash at either end</param>
    /// <exception cref="FormatException">The text is not of that form.</exception>
    public static TopicId Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException($"Not a topic id: '{text}'. 1 to 64 characters of a-z 0-9 -, no dash at either end");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out TopicId value)
    {
        var valid = TextRule.IsSlug(text, 64);
        value = valid ? new TopicId(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
