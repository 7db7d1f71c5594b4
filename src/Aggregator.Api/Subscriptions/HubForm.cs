using System.Globalization;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Aggregator.Subscriptions;

/// <summary>What a WebSub request's form says, as far as it can be read without asking anybody.</summary>
internal sealed record HubForm
{
    private const int SecretBytesMax = 199;

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
        if (mode is not ("subscribe" or "unsubscribe" or "publish")) return (null, "hub.mode is none of subscribe, unsubscribe, publish.");
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
