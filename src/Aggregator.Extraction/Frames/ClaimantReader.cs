using System.Collections.Immutable;
using Aggregator.Extraction.Mentions;
using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>Tells who says what a token tells: "X said that …", "…, X said", "according to X", quotations.</summary>
internal sealed class ClaimantReader(FrameSet frames)
{
    private const int ClimbMax = 12;
    private const int NameTokensMax = 9;

    /// <summary>Who says what a token tells; <see cref="Attribution.None"/> when nobody is named.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="token">The token.</param>
    /// <param name="quotations">The document's quotations.</param>
    public Attribution Read(SentenceView view, int token, Quotations quotations)
    {
        var sayers = new List<(int Token, string Rule)>(2);
        var at = token;
        for (var steps = 0; at >= 0 && steps < ClimbMax; steps++)
        {
            if (steps > 0 || !frames.Reporting.IsVerb(view.Lemma(at))) AddBeside(view, at, sayers);
            var head = view.Head(at);
            if (head >= 0 && view.Relation(at) is Relation.Ccomp or Relation.Xcomp or Relation.Advcl or Relation.Acl or Relation.Parataxis
                && frames.Reporting.IsVerb(view.Lemma(head)) && SubjectOf(view, head) is var subject and >= 0 && subject != token)
                sayers.Add((subject, $"subject of '{view.Lemma(head)}'"));
            at = head;
        }
        var named = sayers.Select(sayer => (Name: Name(view, sayer.Token), sayer.Token, sayer.Rule)).Where(sayer => sayer.Name is not null).ToList();
        if (named.Count == 0) return quotations.SpeakerAt(view.Sentence[token].Start) ?? Attribution.None;
        ImmutableArray<string> chain = [.. named.Skip(1).Select(sayer => sayer.Name!).Where(name => name != named[0].Name).Distinct(StringComparer.Ordinal)];
        return new Attribution(named[0].Name, NameSpan(view, named[0].Token), chain, named[0].Rule);
    }

    /// <summary>The speaker that a sentence names outside its quotations; null when it names none.</summary>
    public Attribution? ReadSpeaker(SentenceView view, Func<int, bool> isQuoted)
    {
        for (var token = 0; token < view.Count; token++)
        {
            if (view.Tag(token) != Upos.Verb || isQuoted(view.Sentence[token].Start) || !frames.Reporting.IsVerb(view.Lemma(token))) continue;
            if (SubjectOf(view, token) is var subject and >= 0 && !isQuoted(view.Sentence[subject].Start) && Name(view, subject) is { } name)
                return new Attribution(name, NameSpan(view, subject), [], $"speaker of the quotation: subject of '{view.Lemma(token)}'");
        }
        return null;
    }

    /// <summary>"According to X" and a set-in "X said" beside a clause.</summary>
    private void AddBeside(SentenceView view, int token, List<(int, string)> sayers)
    {
        foreach (var child in view.Sentence.Children(token))
        {
            if (view.Relation(child) is Relation.Obl or Relation.Nmod && IsAccording(view, child)) sayers.Add((child, "according to"));
            else if (view.Relation(child) is Relation.Advcl or Relation.Parataxis or Relation.Acl && view.Lemma(child) is "accord" or "according")
                AddSource(view, child, sayers);
            else if (view.Relation(child) is Relation.Advcl or Relation.Acl && view.Lemma(child) is "cite" or "quote" && view.Child(child, Relation.Obj) is var cited and >= 0)
                sayers.Add((cited, "citing"));
            else if (IsSetIn(view, child) && frames.Reporting.IsVerb(view.Lemma(child)) && SubjectOf(view, child) is var subject and >= 0)
                sayers.Add((subject, $"set in: subject of '{view.Lemma(child)}'"));
        }
    }

    /// <summary>"…, officials said": parsers hang it on as a parataxis, or as a conjunct without a conjunction.</summary>
    private static bool IsSetIn(SentenceView view, int child) =>
        view.Relation(child) == Relation.Parataxis || (view.Relation(child) == Relation.Conj && !view.HasChild(child, Relation.Cc));

    private static void AddSource(SentenceView view, int according, List<(int, string)> sayers)
    {
        foreach (var child in view.Sentence.Children(according))
            if (view.Relation(child) is Relation.Obl or Relation.Nmod) sayers.Add((child, "according to"));
    }

    private static bool IsAccording(SentenceView view, int token)
    {
        foreach (var child in view.Sentence.Children(token))
            if (view.Relation(child) == Relation.Case && view.IsForm(child, "according")) return true;
        return false;
    }

    private static int SubjectOf(SentenceView view, int verb)
    {
        var passive = view.IsPassive(verb);
        foreach (var child in view.Sentence.Children(verb))
            if (passive ? view.Relation(child) is Relation.OblAgent or Relation.NsubjPass : view.Relation(child) is Relation.Nsubj or Relation.NsubjOuter)
                return view.IsRelativePronoun(child) && view.Antecedent(verb) is var noun and >= 0 ? noun : child;
        if (view.Relation(verb) == Relation.Acl && view.IsGerund(verb)) return view.Head(verb);
        if (NounBeside(view, verb) is var beside and >= 0) return beside;
        return view.Relation(verb) is Relation.Conj or Relation.Xcomp && view.Head(verb) >= 0 && view.Tag(view.Head(verb)) == Upos.Verb ? SubjectOfHead(view, verb) : -1;
    }

    /// <summary>"12 people, officials said" and ", said the mayor": parsers take the sayer for one more of the people, or for an object.</summary>
    private static int NounBeside(SentenceView view, int verb)
    {
        if (verb > 0 && view.IsNominal(verb - 1) && view.Sentence[verb].Penn is Penn.Vbd or Penn.Vbz) return verb - 1;
        return verb > 0 && view.Tag(verb - 1) == Upos.Punct && view.Child(verb, Relation.Obj) is var after and >= 0 ? after : -1;
    }

    private static int SubjectOfHead(SentenceView view, int verb)
    {
        foreach (var child in view.Sentence.Children(view.Head(verb)))
            if (view.Relation(child) is Relation.Nsubj or Relation.NsubjPass) return child;
        return -1;
    }

    /// <summary>The fullest name of whom a phrase stands for, or its own words.</summary>
    private static string? Name(SentenceView view, int token)
    {
        if (view.MentionAt(token) is { } mention)
        {
            if (mention.FullName is { } full && mention.Kind is MentionKind.Person or MentionKind.Pronoun or MentionKind.Office or MentionKind.Body or MentionKind.ArmedGroup
                or MentionKind.Outlet or MentionKind.Description) return full;
            if (mention.Kind == MentionKind.Pronoun) return null;
        }
        if (!view.IsNominal(token) || view.Tag(token) is Upos.Num || (view.Tag(token) == Upos.Pron)) return null;
        var span = NameSpan(view, token);
        return view.Sentence.Text.Substring(span.Start, span.Length);
    }

    private static TextSpan NameSpan(SentenceView view, int token)
    {
        var first = token;
        for (var i = token - 1; i >= Math.Max(0, token - NameTokensMax) && view.Sentence.DependsOn(i, token); i--)
            if (view.Tag(i) is not (Upos.Det or Upos.Punct)) first = i;
            else if (view.Tag(i) == Upos.Det) break;
        return view.SpanOf(first, token);
    }
}
