using Aggregator.Access;
using Aggregator.Http;
using Aggregator.Subscriptions;
using Aggregator.Topics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Aggregator.Feeds;

/// <summary>Answers with a topic's feed in a form for feed readers.</summary>
internal sealed class FeedDocuments(FeedPages pages, IGrainFactory grains, IOptions<ApiOptions> options)
{
    /// <summary>The document, or why there is none.</summary>
    internal async Task<IResult> ReadAsync(TopicId id, FeedForm form, FeedWindow window, HttpContext context)
    {
        var (known, refusal) = window.Archive is { } number
            ? await pages.ReadAfterAsync(id, FeedWindow.EndOf(number) - FeedWindow.PageCount, FeedWindow.PageCount, context.Request)
            : await pages.ReadBeforeAsync(id, window.End, window.Count, context.Request);
        if (known is not { Page: var page }) return refusal!;
        if (window.Archive is { } archive && (archive > FeedWindow.ArchiveCount(page.LastPosition) || FeedWindow.EndOf(archive) <= page.Origin)) return UnknownArchive(archive, page);
        var server = PublicAddress.Of(context.Request, options.Value);
        if (window.IsFollowed)
            context.Response.Headers.Link = $"<{Capability.Carry(context, TopicLinks.Address(id, window, form, server))}>; rel=\"self\", <{FeedAddress.HubOf(server)}>; rel=\"hub\"";
        var (type, tag) = (FeedForms.MediaType(form), known.Tag(FeedForms.Extension(form)));
        if (EntityTag.IsHeld(context.Request, tag)) return new BodyReply(ReadOnlyMemory<byte>.Empty, type) { Tag = tag };
        var document = new TopicDocument(page, window, form, server) { Hub = FeedAddress.HubOf(server) };
        if (document.TakenBack is { IsEmpty: false } taken)
        {
            if (await grains.GetGrain<ITopicGrain>(id.Value).ReadPlacesAsync(taken, page.Entries[0].Position, TopicDocument.EarlierCountMax) is not { } earlier) return Reply.UnknownTopic(id.Value);
            document = document with { Earlier = earlier };
        }
        return new BodyReply(FeedWriter.Write(Carrying(document.Make(), id, server, context), form), $"{type}; charset=utf-8") { Tag = tag };
    }

    /// <summary>The document for whoever came in by address: who did can follow the feed's own links, and those alone, by the same.</summary>
    internal static FeedDocument Carrying(FeedDocument document, TopicId id, string server, HttpContext context) =>
        document.WithAddresses($"{server}/v1/topics/{id}/", address => Capability.Carry(context, address));

    private static Problem UnknownArchive(long archive, FeedPage page) =>
        new Problem(ProblemKind.UnknownArchive, $"There is no archive document {archive}, or it is not complete yet; the latest is {FeedWindow.ArchiveCount(page.LastPosition)}.")
            .With("latest", FeedWindow.ArchiveCount(page.LastPosition));
}
