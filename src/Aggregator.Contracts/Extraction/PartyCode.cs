using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Extraction;

/// <summary>Who a party belongs to: an ISO 3166-1 alpha-3 country (<c>UKR</c>), or <c>IGO:UN</c>, <c>NGO:msf</c>, <c>NSA:taliban</c>.</summary>
[GenerateSerializer, Immutable, Alias("party-code")]
[JsonConverter(typeof(WireTextJsonConverter<PartyCode>))]
public readonly record struct PartyCode : IWireText<PartyCode>
{
    [Id(0)] private readonly string? _value;

    private PartyCode(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <summary>Reads a party code.</summary>
    /// <param name="text">Three capital letters, or IGO:, NGO: or NSA: with a name of 1 to 60 letters, digits and dashes.</param>
    /// <exception cref="FormatException">The text is not of that form.</exception>
    public static PartyCode Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException($"Not a party code: '{text}'. Three capital letters, or IGO:, NGO: or NSA: with a name of 1 to 60 letters, digits and dashes.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out PartyCode value)
    {
        var valid = IsCountry(text) || IsBody(text);
        value = valid ? new PartyCode(text!) : default;
        return valid;
    }

    /// <summary>True for a country's code.</summary>
    public bool IsState => Value.Length == 3;

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static bool IsCountry(string? text) => text is { Length: 3 } && text.All(char.IsAsciiLetterUpper);

    private static bool IsBody(string? text) =>
        text is { Length: > 4 and <= 64 } && text[3] == ':' && text.AsSpan(0, 3) is "IGO" or "NGO" or "NSA"
        && text.AsSpan(4).IndexOfAnyExcept(BodyLetters) < 0;

    private static readonly System.Buffers.SearchValues<char> BodyLetters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-");
}
