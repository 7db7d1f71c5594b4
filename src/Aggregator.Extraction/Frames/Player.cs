using Aggregator.Extraction.Mentions;
using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>One who takes part in a happening, before it becomes a <see cref="Party"/>.</summary>
/// <param name="Code">Whom it belongs to, or null.</param>
/// <param name="Name">The fullest name, or null when it is only described.</param>
/// <param name="Role">PLOVER's role, or null.</param>
/// <param name="Span">Its words.</param>
/// <param name="Path">How it was reached, for explanation.</param>
/// <param name="IsPlace">Whether it is a place rather than someone.</param>
/// <param name="IsInferred">Whether its code was taken from what the document is about.</param>
internal readonly record struct Player(
    string? Code, string? Name, string? Role, TextSpan Span, string Path, bool IsPlace, bool IsInferred)
{
    /// <summary>The player that a mention names.</summary>
    public static Player Of(Mention mention, string path) => new(
        mention.Code ?? mention.Place?.Code,
        mention.Kind is MentionKind.Person or MentionKind.Office or MentionKind.Pronoun or MentionKind.Body or MentionKind.ArmedGroup or MentionKind.Description
            ? mention.FullName : null,
        mention.Role, mention.Span, path + " by " + mention.Rule, mention.Kind == MentionKind.Place, mention.IsInferred);

    /// <summary>The player that an entity is.</summary>
    public static Player Of(Entity entity, TextSpan span, string path) => new(
        entity.Code, entity.Kind is MentionKind.Person or MentionKind.Body or MentionKind.ArmedGroup ? entity.FullName : null,
        entity.Role, span, path + " by member", entity.Kind == MentionKind.Place, IsInferred: false);
}
