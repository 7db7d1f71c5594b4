using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Access;

/// <summary>Names an access key; it stands open in the key's token, and is no secret.</summary>
[GenerateSerializer, Immutable, Alias("key-id")]
[JsonConverter(typeof(WireTextJsonConverter<KeyId>))]
public readonly record struct KeyId : IWireText<KeyId>
{
    /// <summary>How many characters it has.</summary>
    public const int Length = 12;

    [Id(0)] private readonly string? _value;

    private KeyId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <summary>Reads a key's id.</summary>
    /// <param name="text">12 characters of 0-9 a-f.</param>
    /// <exception cref="FormatException">The text is not of that form.</exception>
    public static KeyId Parse(string text) => TryParse(text, out var value) ? value : throw new FormatException($"Not a key id: '{text}'. 12 characters of 0-9 a-f");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out KeyId value)
    {
        var valid = text is { Length: Length } && TextRule.IsHex(text);
        value = valid ? new KeyId(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
