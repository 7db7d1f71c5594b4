namespace Aggregator.Extraction.Figures;

/// <summary>Words of harm to people, each with the measure that it counts in.</summary>
internal static class HarmWords
{
    private const CasualtyMeasure Killed = CasualtyMeasure.Killed;
    private const CasualtyMeasure Injured = CasualtyMeasure.Injured;

    /// <summary>Every entry.</summary>
    internal static IEnumerable<(string Word, Lexeme Lexeme)> All =>
    [
        .. Verbs(Sense.HarmVerb, Killed,
            "kill/kills/killed/killed/killing murder/murders/murdered/murdered/murdering slay/slays/slew/slain/slaying "
            + "massacre/massacres/massacred/massacred/massacring slaughter/slaughters/slaughtered/slaughtered/slaughtering "
            + "behead/beheads/beheaded/beheaded/beheading assassinate/assassinates/assassinated/assassinated/assassinating "
            + "lynch/lynches/lynched/lynched/lynching electrocute/electrocutes/electrocuted/electrocuted/electrocuting "
            + "asphyxiate/asphyxiates/asphyxiated/asphyxiated/asphyxiating incinerate/incinerates/incinerated/incinerated/incinerating "
            + "decapitate/decapitates/decapitated/decapitated/decapitating"),
        .. Verbs(Sense.HarmVerb | Sense.Weak, Killed,
            "execute/executes/executed/executed/executing hang/hangs/hanged/hanged/hanging strangle/strangles/strangled/strangled/strangling "
            + "trample/tramples/trampled/trampled/trampling crush/crushes/crushed/crushed/crushing "
            + "gun/guns/gunned/gunned/gunning"),
        .. Verbs(Sense.HarmVerb, Injured,
            "injure/injures/injured/injured/injuring wound/wounds/wounded/wounded/wounding maim/maims/maimed/maimed/maiming"),
        .. Verbs(Sense.HarmVerb | Sense.Weak, Injured, "hurt/hurts/hurt/hurt/hurting burn/burns/burned/burned/burning "
            + "graze/grazes/grazed/grazed/grazing hospitalize/hospitalizes/hospitalized/hospitalized/hospitalizing "
            + "hospitalise/hospitalises/hospitalised/hospitalised/hospitalising injure/injures/injured/injured/injuring sicken/sickens/sickened/sickened/sickening"),
        .. Verbs(Sense.HarmVerb | Sense.Blow, Injured, "shoot/shoots/shot/shot/shooting stab/stabs/stabbed/stabbed/stabbing"),
        .. Verbs(Sense.HarmVerb | Sense.Weak | Sense.Blow, Injured, "hit/hits/hit/hit/hitting strike/strikes/struck/struck/striking"),
        .. Verbs(Sense.HarmVerb | Sense.Weak, CasualtyMeasure.Casualties, "mow/mows/mowed/mown/mowing lose/loses/lost/lost/losing"),
        .. Verbs(Sense.HarmVerb | Sense.Weak, CasualtyMeasure.Captured,
            "capture/captures/captured/captured/capturing kidnap/kidnaps/kidnapped/kidnapped/kidnapping abduct/abducts/abducted/abducted/abducting "
            + "seize/seizes/seized/seized/seizing"),
        .. Verbs(Sense.HarmVerb | Sense.Weak, CasualtyMeasure.Displaced,
            "displace/displaces/displaced/displaced/displacing evacuate/evacuates/evacuated/evacuated/evacuating uproot/uproots/uprooted/uprooted/uprooting"),
        .. Verbs(Sense.SufferVerb, Killed,
            "die/dies/died/died/dying perish/perishes/perished/perished/perishing drown/drowns/drowned/drowned/drowning "
            + "succumb/succumbs/succumbed/succumbed/succumbing suffocate/suffocates/suffocated/suffocated/suffocating"),
        .. Vocabulary.Each("dead deceased lifeless", new(Sense.HarmAdjective, Measure: Killed)),
        .. Vocabulary.Each("injured wounded hurt hospitalized hospitalised unconscious", new(Sense.HarmAdjective, Measure: Injured)),
        .. Vocabulary.Each("missing unaccounted", new(Sense.HarmAdjective, Measure: CasualtyMeasure.Missing)),
        .. Vocabulary.Each("homeless displaced", new(Sense.HarmAdjective, Measure: CasualtyMeasure.Displaced)),
        .. Vocabulary.Each("death deaths fatality fatalities killing killings murder murders homicide homicides execution executions slayings beheadings bodies body corpses remains", new(Sense.HarmNoun, Measure: Killed)),
        .. Vocabulary.Each("injury injuries injures woundings", new(Sense.HarmNoun, Measure: Injured)),
        .. Vocabulary.Each("casualties", new(Sense.HarmNoun, Measure: CasualtyMeasure.Casualties)),
        .. Vocabulary.Each("toll tolls", new(Sense.Toll, Measure: Killed)),
    ];

    private static IEnumerable<(string Word, Lexeme Lexeme)> Verbs(Sense sense, CasualtyMeasure measure, string verbs)
    {
        foreach (var verb in verbs.Split(' '))
        {
            var forms = verb.Split('/');
            yield return (forms[0], new(sense | Sense.Present, Measure: measure));
            yield return (forms[1], new(sense | Sense.Present, Measure: measure));
            yield return (forms[2], new(sense | Sense.Past, Measure: measure));
            yield return (forms[3], new(sense | Sense.Participle, Measure: measure));
            yield return (forms[4], new(sense | Sense.Gerund, Measure: measure));
        }
    }
}
