using System.Globalization;
using System.Text.Json.Nodes;
using Aggregator.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.OpenApi;

namespace Aggregator.Http;

/// <summary>The parameters that several endpoints share, and how others are made.</summary>
internal static class QueryParameters
{
    /// <summary>The most a page holds.</summary>
    internal const int PageCountMax = 500;

    private const int ListCountMax = 100;

    // RFC 3339: a moment without an offset is none.
    private static readonly string[] MomentForms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    internal static readonly QueryParameter<DateOnly> From = Day("from", "Only what happened on this day or later.");

    internal static readonly QueryParameter<DateOnly> To = Day("to", "Only what happened on this day or before.");

    internal static DateOnly? DayOf(this QueryParameter<DateOnly> parameter, HttpRequest request) => parameter.TryRead(request, out var day) ? day : null;

    internal static QueryParameter<int> Limit(int absent) => new("limit", $"How many at most; {absent} where not given.",
        $"a number from 1 to {PageCountMax}",
        (string text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value is >= 1 and <= PageCountMax,
        new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = "500", Default = JsonValue.Create(absent) });

    internal static QueryParameter<int> Skip(string name, string description) => new(name, description, "a number from 0",
        (string text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value),
        new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "0" });

    internal static QueryParameter<long> Position(string name, string description) => new(name, description, "a position, a number from 0",
        (string text, out long value) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value),
        new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Minimum = "0" });

    internal static QueryParameter<T> Id<T>(string name, string description, string form) where T : struct, IWireText<T> =>
        new(name, description, form, T.TryParse, new OpenApiSchema { Type = JsonSchemaType.String });

    internal static QueryParameter<IReadOnlyList<T>> Ids<T>(string name, string description, string form, int countMax = ListCountMax) where T : struct, IWireText<T> =>
        new(name, description, form, (string text, out IReadOnlyList<T> values) => TryReadList(text, T.TryParse, countMax, out values), new OpenApiSchema { Type = JsonSchemaType.String });

    internal static QueryParameter<IReadOnlyList<T>> Names<T>(string name, string description) where T : struct, Enum => new(name, description,
        $"a list of {string.Join(", ", WireName.All<T>())}, parted by commas", (string text, out IReadOnlyList<T> values) => TryReadList(text, WireName.TryParse, ListCountMax, out values),
        new OpenApiSchema { Type = JsonSchemaType.String });

    internal static QueryParameter<string> Text(string name, string description, int lengthMax) => new(name, description, $"a text of at most {lengthMax} characters",
        (string text, out string value) => (value = text).Length <= lengthMax,
        new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = lengthMax });

    internal static QueryParameter<T> Name<T>(string name, string description) where T : struct, Enum => new(name, description,
        $"one of {string.Join(", ", WireName.All<T>())}", WireName.TryParse,
        new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. WireName.All<T>().Select(member => JsonValue.Create(member))] });

    internal static QueryParameter<DateTimeOffset> Moment(string name, string description) => new(name, description,
        "a moment with its offset as in 2026-09-14T12:00:00Z (a + is written %2B)", TryReadMoment, new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" });

    private static bool TryReadList<T>(string text, QueryReader<T> read, int countMax, out IReadOnlyList<T> values)
    {
        var list = new List<T>();
        values = list;
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (list.Count == countMax || !read(part, out var value)) return false;
            list.Add(value);
        }
        return true;
    }

    private static bool TryReadMoment(string text, out DateTimeOffset value) =>
        DateTimeOffset.TryParseExact(text, MomentForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out value);

    private static QueryParameter<DateOnly> Day(string name, string description) => new(name, description, "a day as in 2026-09-14",
        (string text, out DateOnly value) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value),
        new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" });
}
