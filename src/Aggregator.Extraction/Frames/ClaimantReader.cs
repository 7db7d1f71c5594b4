using System.Collections.Immutable;
using Aggregator.Extraction.Mentions;
using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>Tells who says what a token tells: "X said that …", "…, X said", "according to X", quotations.</summary>
internal sealed class ClaimantReader(FrameSet frames)
{
    private const int ClimbMax = 12;
    private const int NameTokensMax = 9;
    private readonly Sayers _sayers = new(frames.Reporting);
    private readonly Cast _cast = new(frames);

    /// <summary>Who says what a token tells; <see cref="Attribution.None"/> when nobody is named.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="token">The token.</param>
    /// <param name="quotations">The document's quotations.</param>
    public Attribution Read(SentenceView view, int token, Quotations quotations)
    {
        var sayers = new List<(int Token, string Rule)>();
        Climb(view, token, sayers);
        if (sayers.Count == 0 && _sayers.TailAfter(view, token) is var tail and >= 0) sayers.Add((_sayers.Of(view, tail), $"ends with '{view.Lemma(tail)}'"));
        if (sayers.Count == 0) AddSpeechBefore(view, token, sayers);
        if (sayers.Count == 0) AddSourceBehind(view, token, sayers);
        if (sayers.Count == 0) return quotations.SpeakerAt(view.Sentence[token].Start) ?? Attribution.None;
        for (var i = 0; i < sayers.Count; i++) sayers[i] = sayers[i] with { Token = Sayers.AuthorOf(view, sayers[i].Token) };
        var named = sayers.Select(sayer => (Name: Name(view, sayer.Token), sayer.Token, sayer.Rule)).Where(sayer => sayer.Name is not null).ToList();
        if (named.Count == 0) return quotations.SpeakerAt(view.Sentence[token].Start) ?? Attribution.None;
        ImmutableArray<string> chain = [.. named.Skip(1).Select(sayer => sayer.Name!).Where(name => name != named[0].Name).Distinct(StringComparer.Ordinal)];
        return new Attribution(named[0].Name, NameSpan(view, named[0].Token), chain, named[0].Rule) { Speakers = Speakers(view, named[0].Token) };
    }

    /// <summary>Goes up from a token, and notes who says each clause that it stands in.</summary>
    private void Climb(SentenceView view, int token, List<(int, string)> sayers)
    {
        var at = token;
        for (var steps = 0; at >= 0 && steps < ClimbMax; steps++)
        {
            if (steps > 0 || !_sayers.IsSaying(view, at)) AddBeside(view, at, sayers);
            var head = view.Head(at);
            if (head >= 0 && Tells(view, head, at) is { } rule && _sayers.Of(view, head) is var sayer and >= 0 && sayer != token) sayers.Add((sayer, rule));
            at = head;
        }
    }

    /// <summary>How a verb of saying tells one of its dependents, or null where it does not.</summary>
    private string? Tells(SentenceView view, int verb, int told)
    {
        var relation = view.Relation(told);
        if (relation is Relation.Ccomp or Relation.Xcomp or Relation.Advcl or Relation.Acl or Relation.Parataxis && _sayers.IsSaying(view, verb)) return $"subject of '{view.Lemma(verb)}'";
        // "Accused the army of killing hundreds": parsers hang the deed on the army.
        if (relation == Relation.Obj && view.Lemma(verb) is "accuse" or "blame") return $"subject of '{view.Lemma(verb)}'";
        var isGiven = relation == Relation.Obj || (relation == Relation.Obl && view.IsLemma(verb, "put"));
        return isGiven && frames.Reporting.GivesObject(view.Lemma(verb)) ? $"subject of '{view.Lemma(verb)}', which gives it" : null;
    }

    /// <summary>"X said that … and has lost …": where the tree hangs the last clause elsewhere, the nearest "said that" before it still tells it.</summary>
    private void AddSpeechBefore(SentenceView view, int token, List<(int, string)> sayers)
    {
        for (var verb = token - 1; verb >= 0; verb--)
        {
            var introduces = view.IsForm(verb + 1, "that") || (verb + 2 < token && view.IsForm(verb + 2, "that"));
            if (!introduces || !_sayers.IsSaying(view, verb) || _sayers.Of(view, verb) is not (var sayer and >= 0)) continue;
            sayers.Add((sayer, $"subject of '{view.Lemma(verb)} that' before it"));
            return;
        }
    }

    /// <summary>"Killing 16 and wounding 200, according to the agency": what ends a sentence holds for all that it tells.</summary>
    private static void AddSourceBehind(SentenceView view, int token, List<(int, string)> sayers)
    {
        for (var according = view.Count - 2; according > token; according--)
        {
            if (!view.IsForm(according, "according") || !view.IsForm(according + 1, "to")) continue;
            var source = view.Head(according);
            if (source < according) source = view.Relation(according) is Relation.Case or Relation.Mark ? -1 : FirstNominalBelow(view, according);
            if (according > 0 && view.IsForm(according - 1, ",") && source > according) sayers.Add((source, "according to, at the end"));
            return;
        }
    }

    private static int FirstNominalBelow(SentenceView view, int according)
    {
        foreach (var child in view.Sentence.Children(according))
            if (view.Relation(child) is Relation.Obl or Relation.Nmod) return child;
        return -1;
    }

    /// <summary>The speaker that a sentence names outside its quotations; null when it names none.</summary>
    public Attribution? ReadSpeaker(SentenceView view, Func<int, bool> isQuoted)
    {
        for (var token = 0; token < view.Count; token++)
        {
            if (view.Tag(token) != Upos.Verb || isQuoted(view.Sentence[token].Start) || !_sayers.IsSaying(view, token)) continue;
            if (_sayers.Of(view, token) is var subject and >= 0 && !isQuoted(view.Sentence[subject].Start) && Name(view, subject) is { } name)
                return new Attribution(name, NameSpan(view, subject), [], $"speaker of the quotation: subject of '{view.Lemma(token)}'")
                {
                    Speakers = Speakers(view, subject),
                };
        }
        return null;
    }

    private List<Player> Speakers(SentenceView view, int token)
    {
        var players = new List<Player>();
        _cast.Read(view, token, "who is quoted", players);
        return players;
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
            else if (IsSetIn(view, child) && _sayers.IsSaying(view, child) && _sayers.Of(view, child) is var subject and >= 0)
                sayers.Add((subject, $"set in: subject of '{view.Lemma(child)}'"));
        }
    }

    /// <summary>"…, officials said": parsers hang it on as a parataxis, or as a conjunct without a conjunction.</summary>
    private bool IsSetIn(SentenceView view, int child) =>
        _sayers.IsTail(view, child) || view.Relation(child) == Relation.Parataxis || (view.Relation(child) == Relation.Conj && !view.HasChild(child, Relation.Cc));

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
            if (view.Tag(i) is Upos.Det or Upos.Verb or Upos.Aux || view.Relation(i) is Relation.Case or Relation.Fixed or Relation.Mark or Relation.Cc && !view.IsForm(i, "'s") && !view.IsForm(i, "’s") && !view.IsForm(i, "of")) break;
            else if (view.Tag(i) != Upos.Punct) first = i;
        return view.SpanOf(first, token);
    }
}
