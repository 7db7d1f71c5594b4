using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Aggregator.Fuzz;

/// <summary>Makes JSON values by a schema: mostly of its form, else at its bounds, else what an attacker would send.</summary>
/// <param name="document">The OpenAPI document.</param>
/// <param name="random">Decides everything.</param>
/// <param name="isTame">True keeps to the form, so that requests also get past the door.</param>
/// <param name="world">What there is to be asked for.</param>
internal sealed class FuzzedValues(JsonElement document, Random random, bool isTame, FuzzedWorld world)
{
    private const int DepthMax = 6;

    private static readonly string[] Hostile =
    [
        "", " ", "\0", "a\nb\r\nX-Injected: 1", "../../../../etc/passwd", "..%2f..%2f", "' OR '1'='1", "\"; DROP TABLE topics; --", "<script>alert(1)</script>", "{{7*7}}${7*7}", "\u202e\u0000\ufeff", "🌍🌍",
        "\ud800", "%00", "%s%n%p", "null", "true", "NaN", "-0", "1e309", "0x10", "٣", "../", "..", ".", "/", "\\", "?a=b#c", "()", "((((((((((((((((((((", "not not not not", "kind:(", "a:b:c", "\"", "*", "=cmd|' /C calc'!A0",
    ];

    private static readonly string[] Usual =
    [
        "f-1", "f-2", "f-3", "calls", "0123456789ab", "north-wire", "read", "manage", "kind:call", "kind:(attack or casualties) and party:KEN", "party:NOR and not outlet:\"Daily Example\"", "2026-09-14", "2026-09-14T12:00:00Z",
        "https://feeds.example/a.xml", "https://news.example/1?utm_source=x", "http://127.0.0.1:1/", "Kenya and Norway held a phone call on 14 September 2026.", "At least 14 people were killed in Lima, the mayor said.", "North Wire", "KEN",
    ];

    private static readonly string[] Numbers = ["0", "-1", "1", "2147483647", "2147483648", "-2147483649", "9223372036854775807", "9223372036854775808", "1e400", "-1e-400", "0.1", "1E5", "00", "12345678901234567890123456789012345678901234567890"];

    /// <summary>An id for a path: of the resource before it.</summary>
    internal string Id(string resource) => !isTame && random.Next(3) == 0 ? Text(default) : Pick(world.IdsOf(resource));

    /// <summary>A text for a query or a field of a form.</summary>
    internal string Text(JsonElement schema, string name = "")
    {
        var turn = isTame ? 9 : random.Next(10);
        if (turn == 0) return Pick(Hostile);
        if (turn == 1) return new string((char)('a' + random.Next(26)), random.Next(1, 3_000));
        if (turn == 2) return Pick(Numbers);
        var found = Resolve(schema);
        if (found.ValueKind == JsonValueKind.Object && found.TryGetProperty("enum", out var names)) return names[random.Next(names.GetArrayLength())].ToString();
        return TypeOf(found) is "integer" or "number" ? Number(found) : Likely(name);
    }

    /// <summary>A form by a schema of fields, percent-encoded.</summary>
    internal string Form(JsonElement schema)
    {
        var fields = Resolve(schema).TryGetProperty("properties", out var properties) ? properties.EnumerateObject().Where(_ => random.Next(8) != 0) : [];
        return string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(new([.. Text(field.Value, field.Name).Where(letter => !char.IsSurrogate(letter))]))}"));
    }

    /// <summary>A value as JSON text.</summary>
    internal void Write(StringBuilder json, JsonElement schema, int depth = 0, string name = "")
    {
        var found = Resolve(schema);
        // Now and then one of another type altogether.
        if ((!isTame && random.Next(12) == 0) || depth > DepthMax) WriteOther(json);
        else if (found.ValueKind == JsonValueKind.Object && found.TryGetProperty("enum", out var names)) Append(json, names[random.Next(names.GetArrayLength())].ToString());
        else switch (TypeOf(found))
            {
                case "object": WriteObject(json, found, depth); break;
                case "array": WriteArray(json, found, depth, name); break;
                case "null": json.Append("null"); break;
                case "integer" or "number": json.Append(Number(found)); break;
                case "boolean": json.Append(random.Next(2) == 0 ? "true" : "false"); break;
                default: Append(json, !isTame && random.Next(5) == 0 ? Pick(Hostile) : Likely(name)); break;
            }
    }

    private string Likely(string name) => Pick(world.TextsOf(name) ?? Usual);

    private void WriteObject(StringBuilder json, JsonElement schema, int depth)
    {
        json.Append('{');
        var isFirst = true;
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(required => required.GetString()).ToHashSet() : [];
        if (schema.TryGetProperty("properties", out var properties))
            foreach (var property in properties.EnumerateObject().Where(property => (isTame && required.Contains(property.Name)) || random.Next(6) != 0))
            {
                // Now and then a member twice.
                for (var time = !isTame && random.Next(20) == 0 ? 2 : 1; time > 0; time--)
                {
                    if (!isFirst) json.Append(',');
                    isFirst = false;
                    Append(json, property.Name);
                    json.Append(':');
                    Write(json, property.Value, depth + 1, property.Name);
                }
            }
        if (!isTame && random.Next(8) == 0) json.Append(isFirst ? "" : ",").Append("\"surplus\":[1,{}]");
        json.Append('}');
    }

    private void WriteArray(StringBuilder json, JsonElement schema, int depth, string name)
    {
        json.Append('[');
        var count = !isTame && random.Next(30) == 0 ? 1_000 : random.Next(1, 4);
        for (var at = 0; at < count; at++)
        {
            if (at > 0) json.Append(',');
            if (schema.TryGetProperty("items", out var items)) Write(json, items, depth + 1, name);
            else json.Append("null");
        }
        json.Append(']');
    }

    private void WriteOther(StringBuilder json)
    {
        switch (random.Next(7))
        {
            case 0: json.Append("null"); break;
            case 1: json.Append(Pick(Numbers)); break;
            case 2: Append(json, Pick(Hostile)); break;
            case 3: json.Append("[]"); break;
            case 4: json.Append("{}"); break;
            case 5: json.Append('[', 200).Append(']', 200); break;
            default: Append(json, new string('x', random.Next(1, 20_000))); break;
        }
    }

    private string Number(JsonElement schema)
    {
        if (!isTame && random.Next(4) == 0) return Pick(Numbers);
        var (low, high) = (Bound(schema, "minimum", 0), Bound(schema, "maximum", 600));
        return (random.Next(3) switch { 0 => low, 1 => high, _ => random.NextInt64(low, Math.Max(low + 1, high)) } + (!isTame && random.Next(6) == 0 ? random.Next(-1, 2) : 0)).ToString(CultureInfo.InvariantCulture);
    }

    private static long Bound(JsonElement schema, string name, long absent) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty(name, out var bound) && bound.TryGetInt64(out var value) ? value : absent;

    private JsonElement Resolve(JsonElement schema)
    {
        for (var step = 0; step < 20 && schema.ValueKind == JsonValueKind.Object; step++)
        {
            if (schema.TryGetProperty("$ref", out var reference)) schema = document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!["#/components/schemas/".Length..]);
            else if (schema.TryGetProperty("oneOf", out var any) || schema.TryGetProperty("anyOf", out any)) schema = OneOf(any);
            else break;
        }
        return schema;
    }

    private JsonElement OneOf(JsonElement any)
    {
        var choices = any.EnumerateArray().Where(choice => !isTame || !choice.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String || type.GetString() != "null").ToArray();
        return choices[random.Next(choices.Length)];
    }

    private string? TypeOf(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("type", out var type)) return null;
        if (type.ValueKind != JsonValueKind.Array) return type.GetString();
        var names = type.EnumerateArray().Select(kind => kind.GetString()!).Where(kind => !isTame || kind != "null").ToArray();
        return names.Length == 0 ? "null" : Pick(names);
    }

    private string Pick(string[] of) => of[random.Next(of.Length)];

    // By hand, so that also a text that is none (half a surrogate pair) can be sent.
    private static void Append(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var letter in text)
        {
            if (letter is '"' or '\\' || letter < ' ' || char.IsSurrogate(letter)) json.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
            else json.Append(letter);
        }
        json.Append('"');
    }
}
