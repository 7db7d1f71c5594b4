using System.Security.Cryptography;
using System.Text;
using Aggregator.Access;
using Aggregator.Http;
using Aggregator.Topics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Aggregator.Subscriptions;

/// <summary><c>/v1/hub</c>: the WebSub hub of all topic feeds.</summary>
internal sealed class HubEndpoint(IGrainFactory grains, IOptions<ApiOptions> options, TopicRule topics, TimeProvider clock)
{
    private const int BodyBytesMax = 16_384;
    private static readonly AccessScope[] Reading = [AccessScope.Read];

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/hub", (HttpContext context, HubEndpoint hub) => hub.TakeAsync(context)).WithTags("Subscriptions").AllowAnonymous()
            .WithMetadata(new Offer("application/json", "text/plain", "text/html", "application/xml")).WithMetadata([.. HubForm.Fields]).Produces(StatusCodes.Status202Accepted)
            .Refuses(ProblemKind.InvalidSubscription, ProblemKind.UnknownTopic, ProblemKind.UnknownSubscription, ProblemKind.RefusedCallback, ProblemKind.TooManySubscribers,
                ProblemKind.TooManySubscribersOfHost, ProblemKind.TooLarge, ProblemKind.UnsupportedMediaType)
            .Described("Subscribe to a feed by WebSub", "A form as the W3C Recommendation says. Answered with 202; the "
                + "callback is then asked to confirm, and told of every change by a POST with the feed's new entries.");

    /// <summary>The subscription that a callback has to a feed, however both are written: asking again renews it.</summary>
    internal static SubscriptionId IdOf(string feedUrl, string callback)
    {
        var pair = $"{FeedAddress.Read(feedUrl)?.Plain ?? feedUrl}\n{new Uri(callback).AbsoluteUri}";
        return SubscriptionId.Parse($"websub-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(pair))[..12])}");
    }

    private async Task<IResult> TakeAsync(HttpContext context)
    {
        var request = context.Request;
        if (RequestBody.MediaType(request) != FormField.MediaType) return RequestBody.UnsupportedMediaType(FormField.MediaType);
        if (await RequestBody.ReadAsync(request, BodyBytesMax) is not { } body) return RequestBody.TooLarge(BodyBytesMax);
        var (form, fault) = HubForm.Read(QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body)));
        if (form is null) return new Problem(ProblemKind.InvalidSubscription, fault!);
        if (FeedAddress.Read(form.Topic) is not { } feed || feed.Server != PublicAddress.Of(request, options.Value) || !await MayFollowAsync(context, feed))
            return new Problem(ProblemKind.UnknownTopic, "hub.topic is no feed of this server (…/v1/topics/ID/feed.atom, .rss or .json, with or without per=event).");
        if (form.Mode == "publish") return Results.Accepted();
        var id = IdOf(form.Topic, form.Callback);
        var asked = new HubRequest
        {
            Subscribes = form.Mode == "subscribe", Topic = feed.Topic, FeedUrl = form.Topic, Callback = form.Callback, LeaseSeconds = form.LeaseSeconds, Secret = form.Secret,
            Asker = AskerOf(context), EndsAt = Caller.Holds(context.User, Reading) ? Caller.EndsAt(context.User) : null,
        };
        var reply = await FreshActivation.AskAsync(() => grains.GetGrain<ISubscriptionGrain>(id.Value).RequestAsync(asked));
        return reply.Refusal is null ? Results.Accepted() : SubscriptionProblem.Of(reply, id);
    }

    /// <summary>Who asks, as far as that lets it read: what may only hand in articles does not.</summary>
    private static HubAsker AskerOf(HttpContext context)
    {
        if (!Caller.Holds(context.User, Reading)) return new HubAsker();
        var key = Caller.Key(context.User);
        return new HubAsker
        {
            Key = key, KeyHash = key is not null && AccessToken.TryParse(KeyHandler.CredentialOf(context.Request), out var token) ? token.Hash : null,
            TokenEndsAt = Caller.IsToken(context.User) ? Caller.EndsAt(context.User) : null, Local = Caller.IsLocal(context.User),
        };
    }

    private async Task<bool> MayFollowAsync(HttpContext context, FeedAddress feed) =>
        await grains.GetGrain<ITopicGrain>(feed.Topic.Value).ReadStatusAsync() is not null
        && (await topics.MayReadAsync(context, feed.Topic) || (feed.Token is { } token && await new Capability(token).OpensAsync(feed.Topic, grains, clock.GetUtcNow()) is not null));
}
