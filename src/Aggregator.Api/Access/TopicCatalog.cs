using System.Collections.Immutable;
using Aggregator.Archive;
using Aggregator.Topics;
using Microsoft.AspNetCore.Http;

namespace Aggregator.Access;

/// <summary>The topics that a caller may learn of.</summary>
internal sealed class TopicCatalog(IGrainFactory grains)
{
    /// <summary>Topics by id, ascending.</summary>
    /// <param name="context">The request.</param>
    /// <param name="after">Only ids above it; null for the first.</param>
    /// <param name="countMax">1 to 500.</param>
    internal async Task<ImmutableArray<TopicDefinition>> ReadAsync(HttpContext context, TopicId? after, int countMax)
    {
        var archive = grains.GetGrain<IArchiveGrain>(0);
        if (Caller.IsKnown(context.User)) return await archive.ReadTopicsAsync(after, countMax);
        var seen = ImmutableArray.CreateBuilder<TopicDefinition>();
        while (seen.Count < countMax)
        {
            var page = await archive.ReadTopicsAsync(after, countMax);
            seen.AddRange(page.Where(topic => !topic.Private).Take(countMax - seen.Count));
            if (page.Length < countMax) break;
            after = page[^1].Id;
        }
        return seen.DrainToImmutable();
    }
}
