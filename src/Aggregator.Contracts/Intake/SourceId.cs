using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Intake;

/// <summary>Names a source.</summary>
[GenerateSerializer, Immutable, Alias("source-id")]
[JsonConverter(typeof(WireTextJsonConverter<SourceId>))]
public readonly record struct SourceId : IWireText<SourceId>
{
    [Id(0)] private readonly string? _value;

    private SourceId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <summary>Reads a source id.</summary>
    /// <param name="text">1 to 64 characters of a-z 0-9 -, no dash at either end</param>
    /// <exception cref="FormatException">The text is not of that form.</exception>
    public static SourceId Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException($"Not a source id: '{text}'. 1 to 64 characters of a-z 0-9 -, no dash at either end");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out SourceId value)
    {
        var valid = TextRule.IsSlug(text, 64);
        value = valid ? new SourceId(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
