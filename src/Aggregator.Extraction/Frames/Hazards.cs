using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>
/// The mode of a disaster: what sort of hazard its words name, from the classes <c>hazard_*</c> of <c>classes.tsv</c>. A frame takes all
/// hazards alike ("struck", "killed", "left"), so that its own mode says too little: a quake is not the flood of the same day.
/// </summary>
internal static class Hazards
{
    private const string Prefix = "hazard_";

    private static readonly string[] s_modes = ["aftershock", "quake", "flood", "slide", "storm", "fire", "volcano", "drought", "heat", "epidemic", "collapse", "crash"];

    private static readonly string[] s_classes = Array.ConvertAll(s_modes, mode => Prefix + mode);

    /// <summary>The sort of hazard that the trigger itself names, or one of its arguments, and which token does; null and -1 when none does.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="frames">The frames with their classes.</param>
    /// <param name="trigger">The trigger's index.</param>
    /// <param name="arguments">What hangs on it.</param>
    public static (string? Mode, int Token) Read(SentenceView view, FrameSet frames, int trigger, List<Argument> arguments)
    {
        if (view.Tag(trigger) is Upos.Noun or Upos.Propn && ModeOf(view, frames, trigger) is { } named) return (named, trigger);
        foreach (var argument in arguments)
            if (argument.Slot is Slots.Subject or Slots.Object or "by" or "in" or "of" or "with" or Slots.Modifier && ModeOf(view, frames, argument.Token) is { } told)
                return (told, argument.Token);
        return (null, -1);
    }

    /// <summary>"A second quake", "another landslide", "the last earthquake of its size", "an aftershock": not the one that was told before.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="token">The noun that names it.</param>
    public static bool IsFurther(SentenceView view, int token)
    {
        if (view.IsForm(token, "aftershock")) return true;
        foreach (var child in view.Sentence.Children(token))
            if (view.Relation(child) is Relation.Det or Relation.Amod && view.Lemma(child) is "another" or "second" or "third" or "fourth" or "new" or "fresh" or "further" or "other" or "different" or "similar"
                or "separate" or "previous" or "earlier" or "last" or "subsequent" or "comparable" or "every" or "each" or "any" or "no" or "worst" or "past" or "recent" or "future") return true;
        return false;
    }

    private static string? ModeOf(SentenceView view, FrameSet frames, int token)
    {
        for (var i = 0; i < s_classes.Length; i++)
            if (frames.Classes.Holds(s_classes[i], view.Lemma(token)))
                // "Aftershocks rattled the city": some that come with a quake; "an aftershock hit": one of its own.
                return s_modes[i] is "aftershock" && view.Sentence[token].Penn == Penn.Nns ? "quake" : s_modes[i];
        return null;
    }
}
