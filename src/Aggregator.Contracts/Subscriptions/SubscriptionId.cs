using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Subscriptions;

/// <summary>Names a subscription.</summary>
[GenerateSerializer, Immutable, Alias("subscription-id")]
[JsonConverter(typeof(WireTextJsonConverter<SubscriptionId>))]
public readonly record struct SubscriptionId : IWireText<SubscriptionId>
{
    [Id(0)] private readonly string? _value;

    private SubscriptionId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <summary>Reads a subscription id.</summary>
    /// <param name="text">1 to 64 characters of a-z 0-9 -, no dash at either end</param>
    /// <exception cref="FormatException">The text is not of that form.</exception>
    public static SubscriptionId Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException($"Not a subscription id: '{text}'. 1 to 64 characters of a-z 0-9 -, no dash at either end");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out SubscriptionId value)
    {
        var valid = TextRule.IsSlug(text, 64);
        value = valid ? new SubscriptionId(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
