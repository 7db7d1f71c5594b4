using System.Globalization;
using Aggregator.Subscriptions;
using Microsoft.Extensions.Options;

namespace Aggregator.Intake;

/// <summary>Asks hubs to push, and to push no more (WebSub, section 5.1).</summary>
internal sealed class PushRequest(CallbackSender sender, IOptions<SourceOptions> options)
{
    private const int RedirectCountMax = 3;

    /// <summary>Asks; a hub that answers 2xx will call back to have it confirmed. Never throws for what a hub or network does.</summary>
    /// <param name="push">The subscription, with its callback.</param>
    /// <param name="subscribes">True to subscribe or renew, false to unsubscribe.</param>
    /// <param name="cancellation">Cancels it, with an <see cref="OperationCanceledException"/>.</param>
    internal async Task<CallResult> AskAsync(PushMemory push, bool subscribes, CancellationToken cancellation)
    {
        var hub = new Uri(push.Hub);
        for (var hop = 0; ; hop++)
        {
            var address = hub;
            var result = await sender.SendAsync(() => Request(address, push, subscribes), address.IdnHost, push.FailureCount > 0, cancellation);
            if (result is not { Status: 307 or 308, Location: { } location } || hop == RedirectCountMax || WebAddress.Resolve(location, address) is not { } next) return result;
            hub = next;
        }
    }

    private HttpRequestMessage Request(Uri hub, PushMemory push, bool subscribes)
    {
        var form = new Dictionary<string, string> { ["hub.mode"] = subscribes ? "subscribe" : "unsubscribe", ["hub.topic"] = push.Topic, ["hub.callback"] = push.Callback! };
        if (subscribes)
        {
            form["hub.lease_seconds"] = options.Value.PushLeaseSeconds.ToString(CultureInfo.InvariantCulture);
            form["hub.secret"] = push.Secret!;
        }
        return new HttpRequestMessage(HttpMethod.Post, hub) { Content = new FormUrlEncodedContent(form) };
    }
}
