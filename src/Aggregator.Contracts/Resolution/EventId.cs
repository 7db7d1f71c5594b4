using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Resolution;

/// <summary>Names an event for good; after a merge the id of the one that went redirects.</summary>
[GenerateSerializer, Immutable, Alias("event-id")]
[JsonConverter(typeof(WireTextJsonConverter<EventId>))]
public readonly record struct EventId : IWireText<EventId>
{
    [Id(0)] private readonly string? _value;

    private EventId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <summary>Reads an event id.</summary>
    /// <param name="text">1 to 80 characters of A-Z a-z 0-9 . _ : ~ -</param>
    /// <exception cref="FormatException">The text is not of that form.</exception>
    public static EventId Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException($"Not an event id: '{text}'. 1 to 80 characters of A-Z a-z 0-9 . _ : ~ -");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out EventId value)
    {
        var valid = TextRule.IsId(text, 80);
        value = valid ? new EventId(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
