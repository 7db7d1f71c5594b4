using Aggregator.Extraction.Reading;
using Aggregator.Wire;

namespace Aggregator.Extraction.Frames;

/// <summary>Tells what a happening is about, and by which of its words.</summary>
internal sealed class ContextReader(ContextFile contexts)
{
    /// <summary>How far from the trigger a word may stand, in tokens.</summary>
    private const int ReachMax = 14;

    private const int RunLengthMax = 48;

    /// <summary>How many contexts a happening has at most: the frame's first, then by how near the word stands.</summary>
    private const int CountMax = 6;

    /// <summary>Adds a happening's contexts to it.</summary>
    public void Read(SentenceView view, Happening happening)
    {
        var kind = WireName.From(happening.Kind);
        Add(happening, contexts.OfFrame(kind), $"kind {kind}", null);
        if (happening.Mode is { } mode) Add(happening, contexts.OfFrame($"{kind}.{mode}"), $"mode {kind}.{mode}", null);
        foreach (var player in happening.Actors.Concat(happening.Recipients))
        {
            if (player.Role is { } role) Add(happening, contexts.OfRole(role), $"role {role}", player.Span);
            if (player.Code is { } code) Add(happening, contexts.OfParty(code), $"party {code}", player.Span);
        }
        for (var distance = 0; distance <= ReachMax; distance++)
        {
            ReadWord(view, happening, happening.Trigger - distance);
            if (distance > 0) ReadWord(view, happening, happening.Trigger + distance);
        }
    }

    private void ReadWord(SentenceView view, Happening happening, int token)
    {
        if (token < 0 || token >= view.Count || view.Tag(token) is Upos.Punct or Upos.Det or Upos.Adp or Upos.Aux or Upos.Cconj) return;
        var lemma = view.Lemma(token);
        if (contexts.OfWord(lemma) is { Length: > 0 } told) Add(happening, told, $"word '{lemma}'", view.Sentence[token].Span);
        if (token + 1 >= view.Count || lemma.Length + view.Lemma(token + 1).Length + 1 > RunLengthMax) return;
        Span<char> run = stackalloc char[RunLengthMax];
        lemma.CopyTo(run);
        run[lemma.Length] = ' ';
        view.Lemma(token + 1).CopyTo(run[(lemma.Length + 1)..]);
        ReadOnlySpan<char> words = run[..(lemma.Length + 1 + view.Lemma(token + 1).Length)];
        if (contexts.OfWord(words) is { Length: > 0 } both)
            Add(happening, both, $"words '{words}'", TextSpan.FromBounds(view.Sentence[token].Start, view.Sentence[token + 1].End));
    }

    private static void Add(Happening happening, ReadOnlySpan<string> names, string rule, TextSpan? span)
    {
        foreach (var name in names)
            if (happening.Contexts.Count < CountMax && !happening.Contexts.Exists(context => context.Name == name))
                happening.Contexts.Add(new HappeningContext(name, rule, span));
    }
}
