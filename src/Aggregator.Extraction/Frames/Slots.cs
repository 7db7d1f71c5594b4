using Aggregator.Extraction.Lexicon;

namespace Aggregator.Extraction.Frames;

/// <summary>The names of slots.</summary>
internal static class Slots
{
    /// <summary>Who or what the verb's subject is, active or passive.</summary>
    public const string Subject = "subj";
    /// <summary>The verb's object, active or passive.</summary>
    public const string Object = "obj";
    /// <summary>The indirect object.</summary>
    public const string Indirect = "iobj";
    /// <summary>The head of an infinitive or clause below the trigger.</summary>
    public const string Complement = "comp";
    /// <summary>The head of an infinitive below the trigger: "told them to leave", not "told them that …".</summary>
    public const string Infinitive = "inf";
    /// <summary>A predicate named of the object: "called it illegal".</summary>
    public const string Predicate = "xcomp";
    /// <summary>The subject of the clause below the trigger.</summary>
    public const string That = "that";
    /// <summary>An auxiliary of the clause below the trigger: "said that Kenya must leave".</summary>
    public const string Modal = "modal";
    /// <summary>The head of a question below the trigger: "asked whether …", "asked why …".</summary>
    public const string Question = "wh";
    /// <summary>An adverb of manner: "illegally".</summary>
    public const string Adverb = "adv";
    /// <summary>The possessor.</summary>
    public const string Possessor = "poss";
    /// <summary>A word that modifies the noun directly.</summary>
    public const string Modifier = "mod";
    /// <summary>The light verb that carries the noun.</summary>
    public const string Light = "lv";
    /// <summary>The subject of a light verb to whom it is done.</summary>
    public const string Undergoer = "undergoer";

    private static readonly WordTable<string> s_prepositions = WordTable.Of(
        [
            "about", "across", "after", "against", "along", "amid", "among", "around", "as", "at", "before", "behind", "between", "by", "during",
            "for", "from", "in", "inside", "into", "near", "of", "off", "on", "onto", "out", "outside", "over", "through", "throughout", "to",
            "toward", "towards", "under", "until", "upon", "via", "with", "within", "without", "despite", "beside", "beyond", "above", "below", "alongside",
            "concerning", "regarding", "since", "following", "like", "up",
        ]);

    /// <summary>Whether a name is that of a slot.</summary>
    public static bool IsSlot(string name) =>
        name is Subject or Object or Indirect or Complement or Infinitive or Predicate or That or Modal or Question or Adverb or Possessor or Modifier or Light or Undergoer || OfPreposition(name) is not null;

    /// <summary>The slot of a preposition; null when it is none that frames name. "Amongst" and "upon" have slots of their own.</summary>
    public static string? OfPreposition(ReadOnlySpan<char> word) => s_prepositions.TryGetValue(word, out var slot) ? slot : null;
}
