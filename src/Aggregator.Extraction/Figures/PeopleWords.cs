namespace Aggregator.Extraction.Figures;

/// <summary>Words for human beings, each with the group that it counts in.</summary>
internal static class PeopleWords
{
    private const Sense One = Sense.Person;
    private const Sense Many = Sense.Person | Sense.Plural;

    /// <summary>Every entry.</summary>
    internal static IEnumerable<(string Word, Lexeme Lexeme)> All =>
    [
        .. Vocabulary.Each("others more", new(Sense.Others | Sense.Plural)),
        .. Vocabulary.Each("another other", new(Sense.Others)),
        .. Nouns("person|people persons victim operative|operatives commander|commanders recruit|recruits cadet|cadets interpreter|interpreters woman|women man|men male|males female|females adult|adults citizen|citizens driver|drivers official|officials "
            + "leader|leaders suspect|suspects gunman|gunmen attacker|attackers shooter|shooters assailant|assailants bomber|bombers hostage|hostages "
            + "prisoner|prisoners inmate|inmates survivor|survivors crew crewman|crewmen sailor|sailors pilot|pilots member|members "
            + "individual|individuals brother|brothers sister|sisters husband|husbands wife|wives father|fathers mother|mothers parent|parents "
            + "relative|relatives cousin|cousins uncle|uncles aunt|aunts grandmother|grandmothers grandfather|grandfathers friend|friends "
            + "boyfriend|boyfriends girlfriend|girlfriends fiancee fiance nephew|nephews niece|nieces couple|couples family|families "
            + "believer|believers christian|christians muslim|muslims jew|jews shiite|shiites sunni|sunnis hindu|hindus yazidis yazidi coptic copts "
            + "kurds kurd contractor|contractors guard|guards manager|managers trucker|truckers cabbie casualty american|americans russian|russians "
            + "german|germans israeli|israelis palestinian|palestinians syrian|syrians iraqi|iraqis iranian|iranians afghan|afghans "
            + "ukrainian|ukrainians pakistani|pakistanis indian|indians african|africans mexican|mexicans egyptian|egyptians turk|turks "
            + "european|europeans foreigner|foreigners westerner|westerners national|nationals dead wounded injured guy|guys dude lady|ladies "
            + "gentleman|gentlemen intruder|intruders robber|robbers burglar|burglars trespasser occupant|occupants caretaker roommate|roommates "
            + "staff staffer|staffers senior|seniors retiree|retirees veteran|veterans hunter|hunters defendant patient deputy-mayor personnel "
            + "volunteer|volunteers executive|executives technician|technicians colleague|colleagues teammate|teammates classmate|classmates "
            + "co-worker|co-workers coworker|coworkers peer|peers detainee|detainees captive|captives", null),
        .. Nouns("worker|workers passenger|passengers patient|patients protester|protesters protestor|protestors demonstrator|demonstrators "
            + "migrant|migrants refugee|refugees student|students teacher|teachers doctor|doctors nurse|nurses engineer|engineers lawmaker|lawmakers "
            + "politician|politicians employee|employees customer|customers fan|fans dancer|dancers swimmer|swimmers hiker|hikers climber|climbers "
            + "miner|miners fisherman|fishermen farmer|farmers neighbor|neighbors neighbour|neighbours guest|guests partygoer|partygoers "
            + "motorist|motorists cyclist|cyclists commuter|commuters motorcyclist|motorcyclists settler|settlers activist|activists lawyer|lawyers "
            + "judge|judges diplomat|diplomats ambassador|ambassadors clerk|clerks owner|owners homeowner|homeowners rapper|rappers athlete|athletes "
            + "player|players skier|skiers surfer|surfers runner|runners priest|priests nun|nuns monk|monks bishop|bishops imam|imams cleric|clerics "
            + "client|clients patron|patrons professor|professors scientist|scientists tenant|tenants pensioner|pensioners mayor elder|elders "
            + "candidate|candidates evacuee|evacuees businessman|businessmen businesswoman|businesswomen holidaymaker|holidaymakers "
            + "reveller|revellers reveler|revelers beachgoer|beachgoers concertgoer|concertgoers festivalgoer|festivalgoers churchgoer|churchgoers "
            + "diner|diners vendor|vendors trader|traders shopkeeper|shopkeepers labourer|labourers laborer|laborers firefighter|firefighters "
            + "herder|herders herdsman|herdsmen onlooker|onlookers passerby|passersby passer-by|passers-by sunbather|sunbathers traveller|travellers "
            + "traveler|travelers", CountedGroup.Civilian),
        .. Nouns("civilian|civilians noncombatant|noncombatants bystander|bystanders resident|residents villager|villagers tourist|tourists "
            + "pilgrim|pilgrims worshipper|worshippers worshiper|worshipers pedestrian|pedestrians shopper|shoppers spectator|spectators", CountedGroup.Civilian),
        .. Nouns("soldier|soldiers troop|troops marine|marines serviceman|servicemen servicewoman|servicewomen airman|airmen paratrooper|paratroopers "
            + "infantryman|infantrymen general|generals colonel|colonels commando|commandos peacekeeper|peacekeepers conscript|conscripts reservist|reservists "
            + "lieutenant|lieutenants sergeant|sergeants corporal|corporals", CountedGroup.Military),
        .. Nouns("police policeman|policemen policewoman|policewomen officer|officers deputy|deputies trooper|troopers cop|cops constable|constables "
            + "gendarme|gendarmes sheriff|sheriffs detective|detectives agent|agents", CountedGroup.Police),
        .. Nouns("fighter|fighters militant|militants rebel|rebels insurgent|insurgents terrorist|terrorists guerrilla|guerrillas extremist|extremists jihadist|jihadists "
            + "jihadi|jihadis militiaman|militiamen separatist|separatists combatant|combatants mercenary|mercenaries islamist|islamists taliban", CountedGroup.Combatant),
        .. Nouns("minors child|children boy|boys girl|girls baby|babies infant|infants toddler|toddlers kid|kids schoolchild|schoolchildren schoolgirl|schoolgirls "
            + "schoolboy|schoolboys teen|teens teenager|teenagers newborn|newborns pupil|pupils youth|youths youngster|youngsters preschooler|preschoolers "
            + "daughter|daughters son|sons grandson|grandsons granddaughter|granddaughters grandchild|grandchildren stepson stepdaughter sibling|siblings juvenile|juveniles",
            CountedGroup.Child),
        .. Nouns("journalist|journalists reporter|reporters photographer|photographers cameraman|cameramen correspondent|correspondents photojournalist|photojournalists",
            CountedGroup.Journalist),
        .. Nouns("aid-worker|aid-workers humanitarian|humanitarians medic|medics paramedic|paramedics rescuer|rescuers", CountedGroup.AidWorker),
        .. Vocabulary.Each("minors people victims crew police staff personnel troops taliban dead wounded injured family families youth", new(Many)),
        ("victim", new(One)),
        ("victims", new(Many)),
    ];

    private static IEnumerable<(string Word, Lexeme Lexeme)> Nouns(string words, CountedGroup? who)
    {
        foreach (var forms in words.Split(' '))
        {
            var bar = forms.IndexOf('|', StringComparison.Ordinal);
            yield return (bar < 0 ? forms : forms[..bar], new(One, Who: who));
            if (bar >= 0) yield return (forms[(bar + 1)..], new(Many, Who: who));
        }
    }
}
