namespace Aggregator.Http;

/// <summary>A kind of refusal: what a client can tell apart, for good. All are listed in docs/api.md.</summary>
/// <param name="Name">The last part of the problem's type.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">What it is, in a few words; the same for every occurrence.</param>
internal sealed record ProblemKind(string Name, int Status, string Title)
{
    internal static readonly ProblemKind BadRequest = new("bad-request", 400, "The request can't be read");
    internal static readonly ProblemKind InvalidParameter = new("invalid-parameter", 400, "A parameter of the query has no valid value");
    internal static readonly ProblemKind UnknownParameter = new("unknown-parameter", 400, "The query has a parameter that is not known here");
    internal static readonly ProblemKind InvalidId = new("invalid-id", 400, "The id in the path is not one");
    internal static readonly ProblemKind InvalidBody = new("invalid-body", 400, "The body is not what is expected here");
    internal static readonly ProblemKind InvalidTopic = new("invalid-topic", 400, "The topic's definition is not valid");
    internal static readonly ProblemKind InvalidQuestion = new("invalid-question", 400, "The question can't be read");
    internal static readonly ProblemKind InvalidSource = new("invalid-source", 400, "The source's definition is not valid");
    internal static readonly ProblemKind InvalidOpml = new("invalid-opml", 400, "The body is no OPML that can be read");
    internal static readonly ProblemKind InvalidRuling = new("invalid-ruling", 400, "The decision on the event is not valid");
    internal static readonly ProblemKind InvalidSubscription = new("invalid-subscription", 400, "The subscription is not valid");
    internal static readonly ProblemKind PositionAhead = new("position-ahead", 400, "The position lies beyond the feed's end");
    internal static readonly ProblemKind PositionGone = new("position-gone", 410, "The entries after this position were deleted with their topic");
    internal static readonly ProblemKind MomentAhead = new("moment-ahead", 400, "The moment has not come yet");
    internal static readonly ProblemKind BeforeHistory = new("before-history", 400, "Nothing was known then");
    internal static readonly ProblemKind InvalidKey = new("invalid-key", 400, "What is said of the key is not valid");
    internal static readonly ProblemKind Unauthorized = new("unauthorized", 401, "A key is needed that is accepted here");
    internal static readonly ProblemKind Forbidden = new("forbidden", 403, "The key may not do this");
    internal static readonly ProblemKind NotFound = new("not-found", 404, "There is nothing at this address");
    internal static readonly ProblemKind UnknownArticle = new("unknown-article", 404, "There is no such article");
    internal static readonly ProblemKind UnknownReport = new("unknown-report", 404, "There is no such report");
    internal static readonly ProblemKind UnknownEvent = new("unknown-event", 404, "There is no such event");
    internal static readonly ProblemKind UnknownTopic = new("unknown-topic", 404, "There is no such topic");
    internal static readonly ProblemKind UnknownSource = new("unknown-source", 404, "There is no such source");
    internal static readonly ProblemKind UnknownArchive = new("unknown-archive", 404, "There is no such archive document of the feed");
    internal static readonly ProblemKind UnknownKey = new("unknown-key", 404, "There is no such key");
    internal static readonly ProblemKind UnknownSubscription = new("unknown-subscription", 404, "There is no such subscription");
    internal static readonly ProblemKind UnknownPush = new("unknown-push", 404, "The hub was not asked for this");
    internal static readonly ProblemKind EndedPush = new("ended-push", 410, "Nothing is pushed to this address any more");
    internal static readonly ProblemKind MethodNotAllowed = new("method-not-allowed", 405, "This method is not served here");
    internal static readonly ProblemKind NotAcceptable = new("not-acceptable", 406, "No accepted media type is served here");
    internal static readonly ProblemKind Timeout = new("request-timeout", 408, "The request took too long to arrive");
    internal static readonly ProblemKind TooLarge = new("too-large", 413, "The body is larger than accepted");
    internal static readonly ProblemKind UnsupportedMediaType = new("unsupported-media-type", 415, "The body's media type is not understood here");
    internal static readonly ProblemKind RefusedRuling = new("refused-ruling", 409, "The decision can't be taken on this event");
    internal static readonly ProblemKind EndedKey = new("ended-key", 409, "The key has ended");
    internal static readonly ProblemKind TooManyKeys = new("too-many-keys", 409, "There are as many keys as there may be");
    internal static readonly ProblemKind NotAWebhook = new("not-a-webhook", 409, "This can be done with webhooks only");
    internal static readonly ProblemKind TooManySubscriptions = new("too-many-subscriptions", 409, "There are as many webhooks as may be");
    internal static readonly ProblemKind RefusedCallback = new("refused-callback", 422, "The callback's address is not called from here");
    internal static readonly ProblemKind RefusedArticle = new("refused-article", 422, "The article was refused");
    internal static readonly ProblemKind Busy = new("busy", 429, "Too many articles wait to be read");
    internal static readonly ProblemKind RateLimited = new("rate-limited", 429, "Too many requests");
    internal static readonly ProblemKind TooManyStreamsOfClient = new("too-many-streams-of-client", 429, "This client has as many streams as it may");
    internal static readonly ProblemKind TooManySubscribersOfHost = new("too-many-subscribers-of-host", 429, "This host has as many subscribers as it may");
    internal static readonly ProblemKind Fault = new("fault", 500, "The server failed");
    internal static readonly ProblemKind Unavailable = new("unavailable", 503, "The server can't do this now");
    internal static readonly ProblemKind StoreUnavailable = new("store-unavailable", 503, "The store can't be read or written now");
    internal static readonly ProblemKind TooManyStreams = new("too-many-streams", 503, "This node serves as many streams as it may");
    internal static readonly ProblemKind TooManySubscribers = new("too-many-subscribers", 503, "The hub takes no further subscriber now");

    /// <summary>Every kind.</summary>
    internal static readonly IReadOnlyList<ProblemKind> All =
    [
        BadRequest, InvalidParameter, UnknownParameter, InvalidId, InvalidBody, InvalidTopic, InvalidQuestion, InvalidSource, InvalidOpml, InvalidRuling, PositionAhead,
        PositionGone, MomentAhead, BeforeHistory, InvalidKey, Unauthorized, Forbidden, NotFound,
        UnknownArticle, UnknownReport, UnknownEvent, UnknownTopic, UnknownSource, UnknownArchive, UnknownKey, MethodNotAllowed, NotAcceptable, Timeout, TooLarge, UnsupportedMediaType,
        RefusedRuling, EndedKey, TooManyKeys, RefusedArticle, Busy, RateLimited, TooManyStreamsOfClient, Fault, Unavailable, StoreUnavailable, TooManyStreams,
        InvalidSubscription, UnknownSubscription, NotAWebhook, TooManySubscriptions, RefusedCallback, UnknownPush, EndedPush, TooManySubscribersOfHost, TooManySubscribers,
    ];

    /// <summary>The problem's type, a URI that never changes.</summary>
    internal string Type => $"urn:aggregator:problem:{Name}";

    /// <summary>The kind for a status that something else than an endpoint set.</summary>
    internal static ProblemKind Of(int status) => status switch
    {
        401 => Unauthorized,
        403 => Forbidden,
        404 => NotFound,
        405 => MethodNotAllowed,
        406 => NotAcceptable,
        408 => Timeout,
        413 => TooLarge,
        415 => UnsupportedMediaType,
        503 => Unavailable,
        >= 500 => Fault,
        _ => BadRequest,
    };
}
