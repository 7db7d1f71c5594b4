namespace Aggregator.Extraction.Figures;

/// <summary>Words that complete an expression of harm.</summary>
internal static class CueWords
{
    /// <summary>Every entry.</summary>
    internal static IEnumerable<(string Word, Lexeme Lexeme)> All =>
    [
        .. Of(Cue.Carried, "taken rushed transported airlifted flown sent brought admitted transferred hospitalised hospitalized recovering transported carried driven"),
        .. Of(Cue.Carrying, "took sending taking flew transporting rushing rushed sent send sends carried drove transported airlifted"),
        .. Of(Cue.Hospital, "hospital hospitals clinic clinics infirmary icu hospitalized hospitalised"),
        .. Of(Cue.Arrived, "arrived walked came showed turned dropped drove checked limped"),
        .. Of(Cue.Captive, "hostage hostages prisoner prisoners captive captives"),
        .. Of(Cue.Treated, "treated"),
        .. Of(Cue.Condition, "condition conditions"),
        .. Of(Cue.Grade, "critical serious stable grave guarded fair good poor"),
        .. Of(Cue.Injury, "injuries injury wounds wound burns"),
        .. Of(Cue.Suffered, "suffered suffer suffers suffering sustained sustaining sustain received receiving have had has with"),
        .. Of(Cue.Lives, "lives life"),
        .. Of(Cue.Claimed, "claimed claims claiming claim cost costs costing took takes taking taken loss"),
        .. Of(Cue.Lost, "lost lose loses losing"),
        .. Of(Cue.Fled, "fled flee flees fleeing"),
        .. Of(Cue.Moved, "moved removed driven"),
        .. Of(Cue.Forced, "forced forcing forces"),
        .. Of(Cue.Refuge, "home homes house houses village villages town towns city fighting violence safety country beach shelter shelters flee"),
        .. Of(Cue.Flee, "flee leave evacuate abandon"),
        .. Of(Cue.Held, "held holding"),
        .. Of(Cue.Deadly, "fatal deadly lethal fatally mortally"),
        .. Of(Cue.Attempted, "attempted alleged-attempt attempting tried"),
        .. Of(Cue.Number, "number numbers"),
        .. Of(Cue.Struck, "hit hits hitting struck strikes striking strike"),
        .. Of(Cue.Impact,
            "gunfire bullet bullets gunshot gunshots shots shrapnel lightning debris glass rounds leg legs arm arms head chest torso back foot hand neck shoulder "
            + "stomach abdomen thigh face buttocks hip knee ankle side body car truck vehicle train bus"),
        .. Of(Cue.Survive, "survive survived"),
        .. Of(Cue.Pronounced, "pronounced declared found reported listed presumed feared shot"),
        .. Of(Cue.Down, "down"),
        .. Of(Cue.Left, "left leaving leaves leave"),
        .. Of(Cue.Shot, "gunshot bullet stab shooting stabbing gunfire"),
        .. Of(Cue.Limb, "leg legs arm arms foot feet hand hands ankle ankles thigh thighs knee knees buttocks buttock hip calf elbow wrist finger fingers toe toes shoulder"),
        .. Of(Cue.Outcome, "recovering expected fighting clinging undergoing intensive surgery"),
        .. Of(Cue.Partitive, "them whom us"),
        .. Vocabulary.Counting("double triple quadruple quintuple sextuple", Sense.None, 2).Select(entry => (entry.Word, entry.Lexeme with { Cue = Cue.Multiple })),
    ];

    private static IEnumerable<(string Word, Lexeme Lexeme)> Of(Cue cue, string words) => Vocabulary.Each(words, new(Sense.None, Cue: cue));
}
