using Aggregator.Extraction.Mentions;
using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>Tells who a noun phrase stands for: by its own mention, or by the nationality, owner or state that modifies it.</summary>
internal sealed class Cast(FrameSet frames)
{
    private const int ModifierDepth = 2;
    private const int PlaceWordsMax = 3;

    /// <summary>Adds those whom a noun phrase stands for to a list; none when nobody known is meant.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="token">The phrase's head.</param>
    /// <param name="path">How the phrase was reached.</param>
    /// <param name="into">The list.</param>
    public void Read(SentenceView view, int token, string path, List<Player> into)
    {
        if (token < 0) return;
        var before = into.Count;
        var mention = view.MentionAt(token);
        // "Leaders around the world" are not of the state that the text is about.
        var isWorldwide = mention is not null && (mention.IsInferred || mention.Rule.EndsWith("+inferred", StringComparison.Ordinal)) && IsWorldwide(view, token);
        if (mention is not null && !isWorldwide) ReadMention(view, mention, path, into);
        // "A supporter of the accord, President Ann Roe": who is named in apposition is meant, whatever modifies the noun.
        if (!HasCode(into, before) && view.Child(token, Relation.Appos) is var named and >= 0 && view.MentionAt(named) is { Code: not null, Kind: MentionKind.Person } person)
            ReadMention(view, person, path + ">appos", into);
        if (!HasCode(into, before) && mention is null && IsHuman(view, token)) ReadNamedBehind(view, token, path, into);
        if (HasCode(into, before) && mention is null) return;
        if (!HasCode(into, before) || mention?.Kind is MentionKind.Force or MentionKind.Office) ReadModifiers(view, token, path, HasCode(into, before) || isWorldwide ? mention?.Span : null, ModifierDepth, into);
        if (HasCode(into, before)) return;
        if (view.Child(token, Relation.Appos) is var apposition and >= 0 && view.MentionAt(apposition) is { Code: not null } same)
            ReadMention(view, same, path + ">appos", into);
        ReadOrigin(view, token, path, into);
        ReadIncluded(view, token, path, into);
        if (into.Count == before && !IsWorldwide(view, token) && (IsHuman(view, token) || frames.Classes.Holds("local", view.Lemma(token))) && (view.Tag(token) is Upos.Noun or Upos.Propn || mention is { Kind: MentionKind.Pronoun, Role: not null }))
            into.Add(new Player(null, null, RoleOf(view, token), view.Sentence[token].Span, path, IsPlace: false, IsInferred: true));
    }

    /// <summary>"A critic of the accord, Prime Minister Jan Roe": parsers hang the name on the accord.</summary>
    private void ReadNamedBehind(SentenceView view, int token, string path, List<Player> into)
    {
        foreach (var child in view.Sentence.Children(token))
            if (view.Relation(child) == Relation.Nmod && !IsHuman(view, child) && view.MentionAt(child)?.Kind is not (MentionKind.Person or MentionKind.Body)
                && view.Child(child, Relation.Appos) is var named and >= 0 && view.MentionAt(named) is { Code: not null, Kind: MentionKind.Person } person)
                ReadMention(view, person, path + ">nmod>appos", into);
    }

    /// <summary>"Leaders around the world", "allies", "counterparts" are of no one state.</summary>
    private static bool IsWorldwide(SentenceView view, int token)
    {
        if (view.Lemma(token) is "leader" or "counterpart" or "ally" or "partner" or "power") return true;
        // "Foreign ministers will meet": of several states.
        if (view.Sentence[token].Penn == Penn.Nns && view.Lemma(token) is "minister" or "president" or "premier" or "monarch" or "ambassador") return true;
        foreach (var child in view.Sentence.Children(token))
            if (view.Lemma(child) is "world" or "globe" or "international" or "foreign" or "european" or "western" or "african" or "arab" or "asian" or "global") return true;
        return false;
    }

    /// <summary>"People driven from the north of Togo", "families fleeing Chad": where they are from.</summary>
    private static void ReadOrigin(SentenceView view, int token, string path, List<Player> into)
    {
        foreach (var flight in view.Sentence.Children(token))
        {
            if (view.Relation(flight) is not (Relation.Acl or Relation.AclRelcl) || view.Lemma(flight) is not ("flee" or "drive" or "displace" or "uproot" or "escape" or "expel" or "force")) continue;
            foreach (var from in view.Sentence.Children(flight))
            {
                if (from < flight || !(view.Relation(from) == Relation.Obj || (view.Relation(from) == Relation.Obl && view.Case(from) is "from"))) continue;
                var place = view.MentionAt(from) is { Code: not null } named ? named : view.Child(from, Relation.Nmod) is var of and >= 0 ? view.MentionAt(of) : null;
                if (place is { Kind: MentionKind.Country or MentionKind.Place or MentionKind.Government } && (place.Code ?? place.Place?.Code) is not null)
                    into.Add(Player.Of(place, path + ">from") with { Name = null, IsPlace = false, Role = "CVL" });
            }
        }
    }

    /// <summary>"Some partners, including Chad": the one who is named stands for them.</summary>
    private static void ReadIncluded(SentenceView view, int token, string path, List<Player> into)
    {
        foreach (var child in view.Sentence.Children(token))
        {
            var named = view.Case(child) is "include" or "including" ? child : view.IsLemma(child, "include") ? view.Child(child, Relation.Obj) : -1;
            if (named >= 0 && view.MentionAt(named) is { Code: not null } mention) ReadMention(view, mention, path + ">including", into);
        }
    }

    /// <summary>Whether a noun phrase stands for someone whose state or body is known.</summary>
    public static bool IsParty(SentenceView view, int token)
    {
        if (view.MentionAt(token) is { Kind: not MentionKind.Place } mention && (mention.Code is not null || mention.Members.Count > 0)) return true;
        var players = new List<Player>();
        ReadModifiers(view, token, "", null, ModifierDepth, players);
        return players.Exists(player => player.Code is not null);
    }

    /// <summary>Whether a noun stands for human beings, as far as its word or mention tells.</summary>
    public bool IsHuman(SentenceView view, int token) =>
        view.MentionAt(token)?.Kind is MentionKind.Person or MentionKind.Office or MentionKind.Force or MentionKind.Pronoun or MentionKind.People
            or MentionKind.ArmedGroup or MentionKind.Description
        || frames.Classes.Holds("person", view.Lemma(token));

    /// <summary>Who belongs to the state they are in: police, officials, residents. Others, such as gunmen, may come from anywhere.</summary>
    private string? RoleOf(SentenceView view, int token) =>
        view.MentionAt(token)?.Role ?? (frames.Classes.Holds("official", view.Lemma(token)) ? "GOV" : frames.Classes.Holds("local", view.Lemma(token)) ? "CVL" : null);

    private static void ReadMention(SentenceView view, Mention mention, string path, List<Player> into)
    {
        foreach (var member in mention.Members)
            into.Add(Player.Of(view.Mentions.Entities[member], mention.Span, path));
        if (mention.Members.Count == 0 && (mention.Code ?? mention.Place?.Code ?? mention.FullName) is not null)
            into.Add(Player.Of(mention, path));
    }

    private static void ReadModifiers(SentenceView view, int noun, string path, TextSpan? own, int depth, List<Player> into)
    {
        if (depth == 0) return;
        var before = into.Count;
        foreach (var child in view.Sentence.Children(noun))
        {
            var relation = view.Relation(child);
            var direct = relation is Relation.Amod or Relation.Compound or Relation.NmodPoss or Relation.NmodDesc or Relation.Det;
            if (!direct && !(relation == Relation.Nmod && (Leads(view.Case(child), IsDeed(view.Lemma(noun))) || (view.Case(child) is "to" && IsGiven(view.Lemma(noun)))))) continue;
            // "Chad's ally", "Kenya's largest trade partner": not itself.
            if (relation is Relation.NmodPoss && view.MentionAt(child) is { Kind: MentionKind.Country or MentionKind.Government } && view.Lemma(noun) is "partner" or "ally" or "rival" or "foe" or "enemy" or "adversary" or "neighbor" or "neighbour" or "competitor") continue;
            // "His counterpart" is of another state than he.
            if (relation == Relation.NmodPoss && view.IsLemma(noun, "counterpart")) continue;
            // "The Embassy of Ghana in Rome", "U.S. forces in Syria": whose they are goes before where they are. "The Paris accord" is nobody's.
            if (!direct && view.Case(child) is "in" or "at" or "for" or "near" or "outside" && HasCode(into, before)) continue;
            if (relation is Relation.Compound or Relation.NmodDesc && IsTreaty(view.Lemma(noun)) && view.MentionAt(child) is { Place: not null, Kind: MentionKind.Place or MentionKind.Government }) continue;
            // "U.S.-backed rebels": whose friends they are, and not whose.
            if (IsSponsored(view, child)) continue;
            ReadModifier(view, child, path + ">" + relation.Name(), own, depth, into);
            // "A Panama-flagged ship": where it is registered; "Iran-backed" says nothing of the kind.
            if (view.Tag(child) == Upos.Verb && child > 1 && view.IsForm(child - 1, "-") && view.Lemma(child) is "flag" or "own" or "register" or "base" or "bear" or "operate"
                && !into.Exists(player => player.Code is not null) && view.MentionAt(child - 2) is { } compound && (compound.Code ?? compound.Place?.Code) is not null)
                into.Add(Player.Of(compound, path + ">" + relation.Name()) with { Name = null, IsPlace = false });
        }
    }

    private static bool IsSponsored(SentenceView view, int modifier) =>
        modifier > 1 && view.IsForm(modifier - 1, "-") && view.Lemma(modifier) is "back" or "support" or "sponsor" or "fund" or "finance" or "train" or "arm" or "ally" or "align" or "trained" or "backed" or "allied" or "aligned" or "affiliate" or "link" or "inspire" or "affiliated" or "linked" or "inspired" or "make" or "build" or "supply" or "design" or "made" or "built";

    private static void ReadModifier(SentenceView view, int child, string path, TextSpan? own, int depth, List<Player> into)
    {
        var before = into.Count;
        if (view.MentionAt(child) is { } mention && (mention.Code ?? mention.Place?.Code) is not null && own?.Contains(mention.Span) != true)
            // A description by its owner is not that owner: only the code passes on, not the name.
            into.Add(Player.Of(mention, path) with { Name = null, IsPlace = false });
        foreach (var other in view.Sentence.Children(child))
            if (view.Relation(other) == Relation.Conj) ReadModifier(view, other, path + ">conj", own, depth, into);
        // "a Lagos-registered tanker", "residents of the capital, Nairobi"
        if (into.Count == before && own is null) ReadModifiers(view, child, path, own, depth - 1, into);
        if (into.Count == before && own is null && view.Case(child) is "of" or "from" && PlaceBehind(view, child) is { } place) into.Add(Player.Of(place, path + ">in") with { Name = null, IsPlace = false });
    }

    /// <summary>"Victims of floods in eastern Peru": where the floods are says whose victims they are, also where the tree hangs the place on the verb.</summary>
    private static Mention? PlaceBehind(SentenceView view, int noun)
    {
        if (view.Tag(noun) != Upos.Noun || !view.IsForm(noun + 1, "in")) return null;
        var token = noun + 2;
        while (token < Math.Min(view.Count, noun + 2 + PlaceWordsMax) && view.Tag(token) is Upos.Det or Upos.Adj && view.MentionAt(token) is null) token++;
        return token < view.Count && view.MentionAt(token) is { Kind: MentionKind.Country or MentionKind.Place or MentionKind.Government } place && (place.Code ?? place.Place?.Code) is not null ? place : null;
    }

    /// <summary>"Residents of", "officials in", "workers at": whose they are. A deed is whose "by" tells; where it was done is not who did it.</summary>
    private static bool Leads(ReadOnlySpan<char> preposition, bool ofDeed) =>
        ofDeed ? preposition is "of" or "from" or "by" : preposition is "of" or "from" or "in" or "for" or "at" or "near" or "outside";

    /// <summary>"His commitment to the Zambian people": whom it is given.</summary>
    private static bool IsGiven(ReadOnlySpan<char> lemma) => lemma is "commitment" or "promise" or "pledge" or "aid" or "assistance" or "threat" or "damage" or "insult";

    private static bool IsTreaty(ReadOnlySpan<char> lemma) => lemma is "accord" or "agreement" or "treaty" or "pact" or "protocol" or "convention" or "deal" or "declaration";

    private static bool IsDeed(ReadOnlySpan<char> lemma) => lemma is "launch" or "test" or "raid" or "attack" or "strike" or "airstrike" or "statement" or "decision" or "move" or "call" or "proposal"
        or "offer" or "plan" or "appeal" or "request" or "visit" or "invasion" or "remark" or "comment" or "threat" or "demand" or "refusal" or "shelling" or "bombing" or "bombardment" or "violation"
        or "crackdown" or "annexation" or "blast" or "explosion" or "missile" or "rocket" or "drone" or "bomb" or "shell" or "mortar" or "grenade" or "bullet" or "operation" or "offensive" or "assault" or "shooting";

    private static bool HasCode(List<Player> players, int from)
    {
        for (var i = from; i < players.Count; i++)
            if (players[i].Code is not null) return true;
        return false;
    }
}
