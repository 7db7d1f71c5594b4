using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Extraction;

/// <summary>Names one article's account of one happening. Equal accounts in successive revisions keep the id.</summary>
[GenerateSerializer, Immutable, Alias("report-id")]
[JsonConverter(typeof(WireTextJsonConverter<ReportId>))]
public readonly record struct ReportId : IWireText<ReportId>
{
    [Id(0)] private readonly string? _value;

    private ReportId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <summary>Reads a report id.</summary>
    /// <param name="text">1 to 240 characters of A-Z a-z 0-9 . _ : ~ -</param>
    /// <exception cref="FormatException">The text is not of that form.</exception>
    public static ReportId Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException($"Not a report id: '{text}'. 1 to 240 characters of A-Z a-z 0-9 . _ : ~ -");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out ReportId value)
    {
        var valid = TextRule.IsId(text, 240);
        value = valid ? new ReportId(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
