namespace Aggregator.Extraction.Figures;

/// <summary>What a word can mean to the grammars of figures and dates. A word may have several senses.</summary>
[Flags]
internal enum Sense : ulong
{
    /// <summary>None that matters here.</summary>
    None = 0,
    /// <summary>"one" to "nineteen", "zero": the value is the number.</summary>
    Small = 1ul << 0,
    /// <summary>"twenty" to "ninety".</summary>
    Tens = 1ul << 1,
    /// <summary>"hundred".</summary>
    Hundred = 1ul << 2,
    /// <summary>"thousand", "million", "bn": multiplies what stands before it.</summary>
    Magnitude = 1ul << 3,
    /// <summary>"dozen", "score": multiplies too, and stands alone after "a".</summary>
    Dozen = 1ul << 4,
    /// <summary>"dozens", "hundreds": the value is the least that the word can mean.</summary>
    Vague = 1ul << 5,
    /// <summary>"nobody", "none".</summary>
    Nobody = 1ul << 6,
    /// <summary>"several", "few", "many": a number that is not said.</summary>
    Several = 1ul << 7,
    /// <summary>"first", "second".</summary>
    Ordinal = 1ul << 8,
    /// <summary>"half", "thirds", "quarter".</summary>
    Fraction = 1ul << 9,
    /// <summary>Begins a comparator: "at", "more", "nearly".</summary>
    Comparator = 1ul << 10,
    /// <summary>"percent".</summary>
    Percent = 1ul << 11,
    /// <summary>"dollars", "euros".</summary>
    Currency = 1ul << 12,
    /// <summary>Something that is counted and is no human being: "miles", "tents", "votes".</summary>
    Thing = 1ul << 13,
    /// <summary>A number behind it is a name or a code: "Highway", "flight", "No".</summary>
    Labelled = 1ul << 14,
    /// <summary>"year", "hours": the value is days for day, week, month, year; zero for shorter ones.</summary>
    TimeUnit = 1ul << 15,
    /// <summary>A month; the value is 1 to 12.</summary>
    Month = 1ul << 16,
    /// <summary>A day of the week; the value is that of <see cref="DayOfWeek"/>.</summary>
    Weekday = 1ul << 17,
    /// <summary>"morning", "night".</summary>
    DayPart = 1ul << 18,
    /// <summary>A human being or several: "woman", "soldiers".</summary>
    Person = 1ul << 19,
    /// <summary>Of a person word: several, or a collective.</summary>
    Plural = 1ul << 20,
    /// <summary>"others", "more": stands for people named before.</summary>
    Others = 1ul << 21,
    /// <summary>A verb of harm that takes its victims as object: "kill".</summary>
    HarmVerb = 1ul << 22,
    /// <summary>A verb of harm whose subject is the victim: "die".</summary>
    SufferVerb = 1ul << 23,
    /// <summary>Of a verb: its plain or third-person form.</summary>
    Present = 1ul << 24,
    /// <summary>Of a verb: its past form.</summary>
    Past = 1ul << 25,
    /// <summary>Of a verb: its past participle.</summary>
    Participle = 1ul << 26,
    /// <summary>Of a verb: its form in -ing.</summary>
    Gerund = 1ul << 27,
    /// <summary>An adjective of harm: "dead", "missing".</summary>
    HarmAdjective = 1ul << 28,
    /// <summary>A noun of harm that is counted itself: "deaths", "injuries".</summary>
    HarmNoun = 1ul << 29,
    /// <summary>"toll".</summary>
    Toll = 1ul << 30,
    /// <summary>Of a harm verb: it has other objects as well, so its object must be known to be people.</summary>
    Weak = 1ul << 31,
    /// <summary>A form of "be" or "get".</summary>
    Be = 1ul << 32,
    /// <summary>A form of "have".</summary>
    Have = 1ul << 33,
    /// <summary>"could", "would", "may", "might", "should", "if".</summary>
    Modal = 1ul << 34,
    /// <summary>"not", "never", "n't".</summary>
    Not = 1ul << 35,
    /// <summary>"no".</summary>
    No = 1ul << 36,
    /// <summary>"the", "this", "his".</summary>
    Definite = 1ul << 37,
    /// <summary>"a", "an".</summary>
    Indefinite = 1ul << 38,
    /// <summary>A pronoun for one human being: "he", "her".</summary>
    Pronoun = 1ul << 39,
    /// <summary>A preposition.</summary>
    Preposition = 1ul << 40,
    /// <summary>"and", "or", "but".</summary>
    Conjunction = 1ul << 41,
    /// <summary>"who", "that", "which", "when", "as": opens a clause.</summary>
    ClauseOpener = 1ul << 42,
    /// <summary>"reported", "said", "according": opens an attribution.</summary>
    Saying = 1ul << 43,
    /// <summary>"rose", "reached", "stands": joins a toll to its number.</summary>
    TollVerb = 1ul << 44,
    /// <summary>"exceeded", "topped": joins a toll to its lower bound.</summary>
    ExceedVerb = 1ul << 45,
    /// <summary>"seriously", "critically": how badly people are hurt.</summary>
    Severity = 1ul << 46,
    /// <summary>"reportedly", "also", "now": may stand between any two words of a pattern.</summary>
    Adverb = 1ul << 47,
    /// <summary>A verb that is no harm and ends a noun phrase.</summary>
    OtherVerb = 1ul << 48,
    /// <summary>"including".</summary>
    Including = 1ul << 49,
    /// <summary>"plans", "threatened", "vowed": an infinitive behind it has not happened.</summary>
    Intent = 1ul << 50,
    /// <summary>"so", "total", "overall", "war": a sign that a figure runs over a period.</summary>
    RunningTotal = 1ul << 51,
    /// <summary>"leave", "left", "leaving": joins people to an adjective of harm.</summary>
    Leave = 1ul << 52,
    /// <summary>"shot", "stabbed": hurt, unless death is said.</summary>
    Blow = 1ul << 53,
    /// <summary>"group", "total", "family": a number behind its "of" counts the whole.</summary>
    Collective = 1ul << 54,
}
