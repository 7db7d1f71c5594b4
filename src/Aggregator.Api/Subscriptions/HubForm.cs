using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Aggregator.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.OpenApi;

namespace Aggregator.Subscriptions;

/// <summary>What a WebSub request's form says, as far as it can be read without asking anybody.</summary>
internal sealed record HubForm
{
    private const int SecretBytesMax = 199;
    private static readonly string[] Modes = ["subscribe", "unsubscribe", "publish"];

    /// <summary>The fields that are read.</summary>
    internal static readonly IReadOnlyList<FormField> Fields =
    [
        new("hub.mode", true, new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. Modes.Select(mode => (JsonNode)mode)], Description = "What is asked for; publish changes nothing here: the hub knows of every change." }),
        new("hub.topic", true, new OpenApiSchema { Type = JsonSchemaType.String, Format = "uri", Description = "The feed's address, as its own link to itself gives it." }),
        new("hub.callback", false, new OpenApiSchema { Type = JsonSchemaType.String, Format = "uri", Description = "Where changes are sent: an http or https address of at most 2,000 characters. Needed to subscribe and to end it." }),
        new("hub.lease_seconds", false, new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Minimum = "0", Description = "Seconds for which the subscription is wanted; the hub says what it gave." }),
        new("hub.secret", false, new OpenApiSchema { Type = JsonSchemaType.String, Description = "Signs what is sent (X-Hub-Signature), up to 199 bytes." }),
    ];

    internal required string Mode { get; init; }

    internal required string Topic { get; init; }

    internal string Callback { get; init; } = "";

    internal long? LeaseSeconds { get; init; }

    internal string? Secret { get; init; }

    /// <summary>Reads a form; else says what is wrong with it, one sentence.</summary>
    internal static (HubForm? Form, string? Fault) Read(IReadOnlyDictionary<string, StringValues> fields)
    {
        string Field(string name) => fields.TryGetValue(name, out var values) ? values.ToString() : "";
        var mode = Field("hub.mode");
        var topic = Field("hub.topic") is { Length: > 0 } named ? named : Field("hub.url");
        if (!Modes.Contains(mode)) return (null, $"hub.mode is none of {string.Join(", ", Modes)}.");
        if (topic.Length == 0) return (null, "hub.topic is missing.");
        if (mode == "publish") return (new HubForm { Mode = mode, Topic = topic }, null);
        var (callback, lease, secret) = (Field("hub.callback"), Field("hub.lease_seconds"), Field("hub.secret"));
        if (WebhookBody.UrlFault(callback) is not null) return (null, "hub.callback is missing, or no absolute http or https address of at most 2000 characters without user and fragment.");
        long seconds = 0;
        if (lease.Length > 0 && !long.TryParse(lease, NumberStyles.None, CultureInfo.InvariantCulture, out seconds)) return (null, "hub.lease_seconds is no number of seconds.");
        if (Encoding.UTF8.GetByteCount(secret) > SecretBytesMax) return (null, "hub.secret has 200 bytes or more.");
        return (new HubForm
        {
            Mode = mode, Topic = topic, Callback = callback.Trim(), LeaseSeconds = lease.Length == 0 ? null : seconds, Secret = secret.Length == 0 ? null : secret,
        }, null);
    }
}
