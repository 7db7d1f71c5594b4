namespace Aggregator.Extraction.Figures;

/// <summary>Words that build sentences: auxiliaries, determiners, prepositions, and the verbs that join figures to tolls.</summary>
internal static class GrammarWords
{
    /// <summary>Every entry.</summary>
    internal static IEnumerable<(string Word, Lexeme Lexeme)> All =>
    [
        .. Vocabulary.Each("is are was were be been being am 's 're get gets got gotten getting remain remained lay lie lies", new(Sense.Be)),
        .. Vocabulary.Each("has have had having 've", new(Sense.Have)),
        .. Vocabulary.Each("could would may might should can must if unless whether will 'll shall", new(Sense.Modal)),
        .. Vocabulary.Each("not never n't cannot", new(Sense.Not)),
        ("no", new(Sense.No)),
        .. Vocabulary.Each("the this that these those his her its their our my your both all whose", new(Sense.Definite)),
        .. Vocabulary.Each("a an", new(Sense.Indefinite)),
        .. Vocabulary.Each("he she him himself herself i me", new(Sense.Pronoun)),
        .. Vocabulary.Each(
            "in on at of from by with for to into onto near outside inside across over under after before during since until through throughout "
            + "between among against around along toward towards without within amid via off behind beside beyond upon per about as",
            new(Sense.Preposition)),
        .. Vocabulary.Each("and or but nor & while", new(Sense.Conjunction)),
        .. Vocabulary.Each("who that which when where as whom whose because although though after before while than since until if", new(Sense.ClauseOpener)),
        .. Vocabulary.Each(
            "said says say saying reported reports report according told tells stated states confirmed confirms added announced claimed "
            + "estimates estimated wrote", new(Sense.Saying)),
        .. Vocabulary.Each(
            "rose rises rise risen rising climbed climbs climb climbing reached reaches reach reaching stands stood stand standing hit hits jumped jumps "
            + "soared grew grown grows increased increases totaled totalled totals numbered numbers number numbering put puts putting set sits sat was is "
            + "were are be been became at updated revised raised lowered to fell dropped estimated placed surged swelled mounted amounted came "
            + "comes brings bringing brought include includes included including peaked ranged ranges listed",
            new(Sense.TollVerb)),
        .. Vocabulary.Each(
            "exceeded exceeds exceed exceeding topped tops top topping passed passes pass passing surpassed surpasses surpass surpassing "
            + "crossed crosses neared eclipsed", new(Sense.ExceedVerb)),
        .. Vocabulary.Each("seriously critically badly gravely severely slightly lightly fatally mortally grievously moderately", new(Sense.Severity)),
        .. Vocabulary.Each(
            "last next earlier later late early reportedly also now already still allegedly apparently later then only just just instantly initially eventually there recently "
            + "subsequently tragically sadly officially presumed believed feared thought confirmed listed currently ultimately immediately "
            + "accidentally deliberately intentionally all each both indiscriminately today yesterday so far simply either brutally immediately "
            + "nearly always actually probably likely either themselves itself himself herself violently being be", new(Sense.Adverb)),
        .. Vocabulary.Each(
            "said says told went goes came comes took takes gave gives made makes became seen saw found finds held holds began begins started called "
            + "calls fled flee fleeing ran runs attended voted live lives lived work works worked want wants wanted use uses used need needs "
            + "needed arrived arrive left opened fired fires responded arrested charged accused sentenced convicted released identified include includes "
            + "included participated gathered marched protested demonstrated celebrated watched visited joined returned received attacked struck hit stormed "
            + "launched carried detonated blew exploded crashed collapsed sparked prompted caused have has had was were is are been did do does "
            + "entered escaped survived helped rescued saved supported signed continued remained remains stood stayed sat followed led drove driving "
            + "pulled dug treated sought deployed stationed sent travelled traveled trying working living protesting celebrating attending including "
            + "watching sleeping praying crossing heading carrying fighting serving suspected-of say believe believes believed think thought know known",
            new(Sense.OtherVerb)),
        .. Vocabulary.Each("including include includes included among", new(Sense.Including)),
        .. Vocabulary.Each(
            "plan plans planned planning plot plotted plotting threaten threatens threatened threatening threat vow vows vowed vowing want wants wanted try tries tried trying "
            + "attempt attempts attempted attempting intend intends intended intending intent conspiracy conspiring conspired hoped hope aim aims aimed order ordered orders enough "
            + "designed potential power desire ability able capable mission meant willing ready prepared license aiming plans seeking seek",
            new(Sense.Intent)),
        .. Vocabulary.Each("so total overall war conflict altogether cumulative nationwide worldwide insurgency uprising", new(Sense.RunningTotal)),
        .. Vocabulary.Each("group family crew team party crowd total convoy gang couple pair squad", new(Sense.Collective)),
        .. Vocabulary.Each("leave leaves leaving left with have has had having find found finding", new(Sense.Leave)),
    ];
}
