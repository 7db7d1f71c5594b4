using Aggregator.Access;
using Aggregator.Http;
using Aggregator.Subscriptions;
using Aggregator.Topics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Aggregator.Feeds;

/// <summary>Answers with a topic's feed in a form for feed readers.</summary>
internal sealed class FeedDocuments(IGrainFactory grains, IOptions<ApiOptions> options)
{
    /// <summary>The document, or why there is none.</summary>
    internal async Task<IResult> ReadAsync(TopicId id, FeedForm form, FeedWindow window, HttpContext context)
    {
        var grain = grains.GetGrain<ITopicGrain>(id.Value);
        var read = window.Archive is { } number
            ? await grain.ReadAfterAsync(FeedWindow.EndOf(number) - FeedWindow.PageCount, FeedWindow.PageCount)
            : await grain.ReadBeforeAsync(window.End, window.Count);
        if (read is not { } page) return Reply.UnknownTopic(id.Value);
        if (window.Archive is { } archive && (archive > FeedWindow.ArchiveCount(page.LastPosition) || FeedWindow.EndOf(archive) <= page.Origin)) return UnknownArchive(archive, page);
        var server = PublicAddress.Of(context.Request, options.Value);
        var (type, tag) = (FeedForms.MediaType(form), TopicTag.Of(page.Topic, page.LastPosition, FeedForms.Extension(form)));
        context.Response.Headers.Link = $"<{Capability.Carry(context, TopicLinks.Address(id, form, server))}>; rel=\"self\", <{HubEndpoint.Address(server)}>; rel=\"hub\"";
        if (EntityTag.IsHeld(context.Request, tag)) return new BodyReply(ReadOnlyMemory<byte>.Empty, type) { Tag = tag };
        var document = TopicDocument.Of(page, window, form, server, HubEndpoint.Address(server));
        return new BodyReply(FeedWriter.Write(Carrying(document, id, server, context), form), $"{type}; charset=utf-8") { Tag = tag };
    }

    /// <summary>The document for whoever came in by address: who did can follow the feed's own links, and those alone, by the same.</summary>
    internal static FeedDocument Carrying(FeedDocument document, TopicId id, string server, HttpContext context) => document with
    {
        Links = [.. document.Links.Select(link => link.Address.StartsWith($"{server}/v1/topics/{id}/", StringComparison.Ordinal) ? link with { Address = Capability.Carry(context, link.Address) } : link)],
    };

    private static Problem UnknownArchive(long archive, FeedPage page) =>
        new Problem(ProblemKind.UnknownArchive, $"There is no archive document {archive}, or it is not complete yet; the latest is {FeedWindow.ArchiveCount(page.LastPosition)}.")
            .With("latest", FeedWindow.ArchiveCount(page.LastPosition));
}
