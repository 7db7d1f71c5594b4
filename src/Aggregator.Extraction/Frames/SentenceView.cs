using Aggregator.Extraction.Mentions;
using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>A parsed sentence with the mentions in it, and the questions about grammar that frames ask.</summary>
internal sealed class SentenceView(Sentence sentence, int index, DocumentMentions mentions)
{
    /// <summary>The parsed sentence.</summary>
    public Sentence Sentence { get; } = sentence;

    /// <summary>Its index in the document.</summary>
    public int Index { get; } = index;

    /// <summary>The document's mentions.</summary>
    public DocumentMentions Mentions { get; } = mentions;

    /// <summary>How many tokens it has.</summary>
    public int Count => Sentence.Count;

    /// <summary>A token's dictionary form in lower case.</summary>
    public ReadOnlySpan<char> Lemma(int token) => Sentence.Lemma(token);

    /// <summary>Whether a token's dictionary form is this word.</summary>
    public bool IsLemma(int token, ReadOnlySpan<char> word) => (uint)token < (uint)Count && Sentence[token].LemmaLength == word.Length && Lemma(token).SequenceEqual(word);

    /// <summary>Whether a token is this word as it stands, in any case.</summary>
    public bool IsForm(int token, ReadOnlySpan<char> word) => (uint)token < (uint)Count && Sentence[token].Length == word.Length && Sentence.Form(token).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>A token's part of speech.</summary>
    public Upos Tag(int token) => Sentence[token].Tag;

    /// <summary>A token's relation to its head.</summary>
    public Relation Relation(int token) => Sentence[token].Relation;

    /// <summary>A token's head; -1 for the root.</summary>
    public int Head(int token) => Sentence[token].Head;

    /// <summary>The first dependent with a relation; -1 when there is none.</summary>
    public int Child(int token, Relation relation) => Sentence.Child(token, relation);

    /// <summary>The mention that covers a token, or null.</summary>
    public Mention? MentionAt(int token) => Mentions.At(Sentence[token]);

    /// <summary>Whether a token is a noun, name, pronoun or number.</summary>
    public bool IsNominal(int token) => Tag(token) is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num or Upos.Sym;

    /// <summary>The preposition before a nominal, or the marker before a clause; empty when there is none.</summary>
    public ReadOnlySpan<char> Case(int token)
    {
        foreach (var child in Sentence.Children(token))
            if (Relation(child) is Reading.Relation.Case or Reading.Relation.Mark && child < token && !IsForm(child, "'s") && !IsForm(child, "’s"))
                return Lemma(child);
        return [];
    }

    /// <summary>Whether a verb is passive: by its auxiliary or subject, or as a participle after a noun.</summary>
    public bool IsPassive(int verb)
    {
        if (Tag(verb) == Upos.Adj || IsStative(verb)) return false;
        foreach (var child in Sentence.Children(verb))
            if ((Relation(child) is Reading.Relation.AuxPass && !IsBeTo(child)) || (Relation(child) is Reading.Relation.OblAgent && !HasChild(verb, Reading.Relation.Nsubj)) || (Relation(child) is Reading.Relation.NsubjPass && !IsPerfect(verb))) return true;
        return Relation(verb) switch
        {
            Reading.Relation.Acl => IsParticiple(verb) && !HasMark(verb) && !HasChild(verb, Reading.Relation.Obj),
            Reading.Relation.Advcl => IsParticiple(verb) && !HasChild(verb, Reading.Relation.Nsubj) && !HasChild(verb, Reading.Relation.Obj)
                && !HasAuxiliary(verb, "have"),
            Reading.Relation.Conj => IsParticiple(verb) && !HasChild(verb, Reading.Relation.Nsubj) && !HasChild(verb, Reading.Relation.Obj)
                && IsPassive(Head(verb)),
            _ => false,
        };
    }

    /// <summary>"Is committed to", "was prepared to", "is opposed to": participles that say what somebody is, and not what was done to him.</summary>
    public bool IsStative(int verb)
    {
        if (Tag(verb) != Upos.Verb || Lemma(verb) is not ("commit" or "determine" or "prepare" or "oppose") || Child(verb, Reading.Relation.AuxPass) < 0) return false;
        return verb + 1 < Count && IsForm(verb + 1, "to") && !IsForm(Child(verb, Reading.Relation.AuxPass), "being") && Child(verb, Reading.Relation.OblAgent) < 0;
    }

    /// <summary>"Were to meet", "was to have met": an auxiliary with "to" behind it says that something was planned, whatever the voice.</summary>
    public bool IsBeTo(int auxiliary) => IsLemma(auxiliary, "be") && auxiliary + 1 < Count && IsForm(auxiliary + 1, "to");

    /// <summary>"Which had attacked the town": with "have" alone and an object no verb is passive.</summary>
    private bool IsPerfect(int verb) =>
        HasAuxiliary(verb, "have") && HasChild(verb, Reading.Relation.Obj) && !HasChild(verb, Reading.Relation.AuxPass);

    /// <summary>Whether a verb is a gerund or present participle.</summary>
    public bool IsGerund(int verb) => Sentence[verb].Penn == Penn.Vbg;

    /// <summary>Whether a verb may be a past participle; taggers take the past tense for it and the other way about.</summary>
    public bool IsParticiple(int verb) => Sentence[verb].Penn is Penn.Vbn or Penn.Vbd;

    /// <summary>Whether a token has a dependent with a relation.</summary>
    public bool HasChild(int token, Relation relation) => Child(token, relation) >= 0;

    /// <summary>Whether a clause begins with a marker: "to", "that", "if".</summary>
    public bool HasMark(int verb) => Child(verb, Reading.Relation.Mark) >= 0;

    /// <summary>Whether a clause's marker is this word.</summary>
    public bool HasMark(int verb, ReadOnlySpan<char> word)
    {
        foreach (var child in Sentence.Children(verb))
            if (Relation(child) == Reading.Relation.Mark && IsLemma(child, word)) return true;
        return false;
    }

    /// <summary>Whether a verb has an auxiliary of this dictionary form.</summary>
    public bool HasAuxiliary(int verb, ReadOnlySpan<char> lemma)
    {
        foreach (var child in Sentence.Children(verb))
            if (Relation(child) is Reading.Relation.Aux or Reading.Relation.AuxPass && IsLemma(child, lemma)) return true;
        return false;
    }

    /// <summary>Whether a token is "who", "which" or "that" in place of the noun that its clause modifies.</summary>
    public bool IsRelativePronoun(int token) => Lemma(token) is "who" or "which" or "that" or "whom" && Tag(token) is Upos.Pron or Upos.Det or Upos.Sconj;

    /// <summary>What a word of quantity counts: "students" for "tens" in "tens of thousands of students"; other words are their own content.</summary>
    public int Content(int token)
    {
        for (var steps = 0; steps < 4 && IsQuantity(Lemma(token)); steps++)
        {
            var counted = -1;
            foreach (var child in Sentence.Children(token))
                if (Relation(child) is Reading.Relation.Nmod && Case(child) is "of") counted = child;
            if (counted < 0) break;
            token = counted;
        }
        return token;
    }

    private static bool IsQuantity(ReadOnlySpan<char> lemma) => lemma is "ten" or "dozen" or "hundred" or "thousand" or "million" or "score" or "number"
        or "series" or "lot" or "couple" or "pair" or "majority" or "half" or "third" or "quarter" or "some" or "many" or "most" or "all" or "part"
        or "plenty" or "range" or "string" or "wave" or "handful" or "one" or "two" or "three" or "several" or "both" or "each" or "none" or "scores"
        or "hundreds" or "thousands" or "dozens" or "tens" or "millions" or "group" or "crowd" or "round" or "barrage" or "spate" or "kind" or "sort" or "day" or "week" or "ton" or "tonne" or "shipment" or "spell";

    /// <summary>The noun that a relative clause modifies; -1 when the verb heads none.</summary>
    public int Antecedent(int verb)
    {
        for (var steps = 0; verb >= 0 && steps < 8; steps++, verb = Head(verb))
        {
            if (Relation(verb) == Reading.Relation.AclRelcl) return Head(verb);
            if (Relation(verb) is not (Reading.Relation.Conj or Reading.Relation.Xcomp or Reading.Relation.Ccomp)) return -1;
        }
        return -1;
    }

    /// <summary>From the first of some tokens to the last, mentions whole, in the document's text.</summary>
    public TextSpan SpanOf(int first, int last)
    {
        var (start, end) = (Sentence[first].Start, Sentence[last].End);
        if (MentionAt(first) is { } before) start = Math.Min(start, Math.Max(before.Span.Start, Sentence.Start));
        if (MentionAt(last) is { } after) end = Math.Max(end, Math.Min(after.Span.End, Sentence.Span.End));
        return TextSpan.FromBounds(start, end);
    }
}
