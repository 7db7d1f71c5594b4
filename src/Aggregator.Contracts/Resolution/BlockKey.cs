using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Resolution;

/// <summary>The group of reports that could be of one happening: a kind family with the parties or the place. One resolver grain each.</summary>
[GenerateSerializer, Immutable, Alias("block-key")]
[JsonConverter(typeof(WireTextJsonConverter<BlockKey>))]
public readonly record struct BlockKey : IWireText<BlockKey>
{
    [Id(0)] private readonly string? _value;

    private BlockKey(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <summary>Reads a block key.</summary>
    /// <param name="text">1 to 300 characters, none of them a control character</param>
    /// <exception cref="FormatException">The text is not of that form.</exception>
    public static BlockKey Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException($"Not a block key: '{text}'. 1 to 300 characters, none of them a control character");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out BlockKey value)
    {
        var valid = text is { Length: > 0 and <= 300 } && !text.Any(char.IsControl);
        value = valid ? new BlockKey(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
