using Aggregator.Extraction.Mentions;
using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>Finds the frame of a trigger whose conditions its arguments meet.</summary>
internal sealed class FrameMatcher(FrameSet frames, Cast cast)
{
    private const int RunLengthMax = 60;

    private readonly FrameClass _townWords = frames.Classes.Of("townword");
    private readonly FrameClass _media = frames.Classes.Of("media");
    private readonly FrameClass _abstract = frames.Classes.Of("abstract2");

    /// <summary>The frames that a verb or predicate adjective may head, most specific first; empty when it is no trigger.</summary>
    public ReadOnlySpan<Frame> VerbFrames(SentenceView view, int token)
    {
        Span<char> predicate = stackalloc char[40];
        return frames.Verbs.Of(VerbName(view, token, predicate));
    }

    /// <summary>The first of a verb's frames that applies; null when none does.</summary>
    public Frame? MatchVerb(SentenceView view, int verb, ReadOnlySpan<Frame> candidates, List<Argument> arguments)
    {
        foreach (var frame in candidates)
            if (Triggers.HasFurther(view, verb, frame.Further) && Holds(view, frame, arguments)) return frame;
        return null;
    }

    /// <summary>The most specific noun frame that applies; null when none does.</summary>
    public Frame? MatchNoun(SentenceView view, int noun, List<Argument> arguments)
    {
        foreach (var frame in frames.Nouns.Of(view.Lemma(noun)))
            if (Triggers.StandBefore(view, noun, frame.Further) && Holds(view, frame, arguments)) return frame;
        return null;
    }

    /// <summary>The dictionary form, or <c>be_ready</c> for a predicate with a copula.</summary>
    private static ReadOnlySpan<char> VerbName(SentenceView view, int token, Span<char> buffer)
    {
        // "Is to provide": parsers take the auxiliary of what is to be for a copula.
        var isPredicate = view.Tag(token) == Upos.Adj || (view.Tag(token) == Upos.Verb && view.Child(token, Relation.Cop) is var copula and >= 0 && !view.IsBeTo(copula));
        // "Is committed to", "is prepared to": participles that say what somebody is.
        isPredicate |= view.IsStative(token);
        if (!isPredicate) return view.Lemma(token);
        var form = view.Sentence.Form(token);
        if ((!view.HasChild(token, Relation.Cop) && !view.IsStative(token)) || form.Length > buffer.Length - 3) return [];
        "be_".CopyTo(buffer);
        return buffer[..(3 + form.ToLowerInvariant(buffer[3..]))];
    }

    private bool Holds(SentenceView view, Frame frame, List<Argument> arguments)
    {
        foreach (var condition in frame.Conditions)
            if (Holds(view, condition, arguments) == condition.Negated && !(condition is { Slot: Slots.Object, Negated: false } && HoldsOfFurther(view, frame, condition, arguments)))
                return false;
        return true;
    }

    /// <summary>"Took over the inquiry": parsers take the particle for a preposition, and the object for its phrase.</summary>
    private bool HoldsOfFurther(SentenceView view, Frame frame, FrameCondition condition, List<Argument> arguments)
    {
        foreach (var further in frame.Further)
            foreach (var argument in arguments)
                if (argument.Slot == further && Is(view, argument.Token, condition)) return true;
        return false;
    }

    private bool Holds(SentenceView view, FrameCondition condition, List<Argument> arguments)
    {
        foreach (var argument in arguments)
            if (argument.Slot == condition.Slot && (condition.Filler == Filler.Any ? !(condition.Negated && argument.IsDoubtful) : Is(view, argument.Token, condition)))
                return true;
        return false;
    }

    private bool Is(SentenceView view, int token, in FrameCondition condition) => condition.Filler switch
    {
        Filler.Any => true,
        Filler.Party => Cast.IsParty(view, token),
        Filler.Person => view.IsNominal(token) && cast.IsHuman(view, token),
        Filler.Addressee => IsAddressee(view, token),
        Filler.Named => view.MentionAt(token)?.Kind is MentionKind.Person or MentionKind.Office,
        Filler.Official when view.MentionAt(token) is { Role: "COP" or "JUD" } => true,
        Filler.Force when view.MentionAt(token) is { Kind: MentionKind.Force, Role: "MIL" or "REB" } or { Kind: MentionKind.ArmedGroup } => true,
        Filler.Body => view.MentionAt(token)?.Kind is MentionKind.Body,
        Filler.Outlet => view.MentionAt(token)?.Kind is MentionKind.Outlet || _media.Holds(view.Lemma(token)),
        Filler.Place => view.MentionAt(token) is { Kind: MentionKind.Place or MentionKind.Country or MentionKind.Government },
        Filler.Town => view.MentionAt(token) is { Kind: MentionKind.Place } or { Kind: MentionKind.Government, Place: not null } || HoldsWord(view, token, _townWords),
        Filler.Plural => IsPlural(view, token),
        _ => HoldsWord(view, token, condition.Words),
    };

    /// <summary>Whether a word, the last word of a name, or a word with the one before it ("tear gas") or "of" behind it is in a class.</summary>
    private static bool HoldsWord(SentenceView view, int token, in FrameClass words)
    {
        var lemma = view.Lemma(token);
        if (words.Holds(lemma)) return true;
        if (lemma.LastIndexOf(' ') is var space and >= 0 && words.Holds(lemma[(space + 1)..])) return true;
        // "Typhoon Haiyan": what kind of thing a named storm is stands first.
        if (words.Name is "quake" && lemma.IndexOf(' ') is var first and > 0 && words.Holds(lemma[..first])) return true;
        if (!words.HasPhrases) return false;
        if (token > 0 && HoldsRun(view, token - 1, token, words)) return true;
        return view.IsLemma(token + 1, "of") && token + 2 < view.Count && HoldsRun(view, token, token + 2, words);
    }

    private static bool HoldsRun(SentenceView view, int first, int last, in FrameClass words)
    {
        Span<char> run = stackalloc char[RunLengthMax];
        var length = 0;
        for (var i = first; i <= last; i++)
        {
            var lemma = view.Lemma(i);
            if (length + lemma.Length + 1 > RunLengthMax) return false;
            if (i > first) run[length++] = ' ';
            lemma.CopyTo(run[length..]);
            length += lemma.Length;
        }
        return words.Holds(run[..length]);
    }

    /// <summary>Somebody who can be told what to do, and no pronoun: "we must", "it should" tell nobody.</summary>
    private bool IsAddressee(SentenceView view, int token) =>
        view.Tag(token) is not Upos.Pron && view.IsNominal(token) && (cast.IsHuman(view, token) || (Cast.IsParty(view, token) && !_abstract.Holds(view.Lemma(token)) && view.Lemma(token) is not ("entirety" or "rest" or "whole" or "part")));

    private static bool IsPlural(SentenceView view, int token) =>
        view.HasChild(token, Relation.Conj)
        || view.Sentence[token].Penn is Penn.Nns or Penn.Nnps
        || view.MentionAt(token) is { IsPlural: true }
        || view.IsForm(token, "they");
}
