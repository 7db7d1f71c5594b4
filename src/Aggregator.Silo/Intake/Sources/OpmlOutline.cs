using System.Collections.Immutable;

namespace Aggregator.Intake;

/// <summary>A feed that an OPML file lists.</summary>
/// <param name="Url">The feed's address, absolute http or https.</param>
/// <param name="Title">What the file calls it, one line; may be empty.</param>
/// <param name="SiteUrl">The site it is of, or null.</param>
/// <param name="Folders">The outlines that it lies in, outermost first; may be empty.</param>
public sealed record OpmlOutline(string Url, string Title, string? SiteUrl, ImmutableArray<string> Folders);
