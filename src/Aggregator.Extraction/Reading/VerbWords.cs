namespace Aggregator.Extraction.Reading;

/// <summary>The verbs that the rules of <see cref="VerbLemma"/> do not cover.</summary>
internal static class VerbWords
{
    /// <summary>Irregular forms, auxiliaries and their clitics.</summary>
    internal static readonly WordPairs Irregular = WordPairs.Forms(
        """
        be am is are was were been being 's 'm 're m re s ai ar, have has had having 've ve hath, do does did done doing du,
        will 'll wo ll, can ca, shall sha, would 'd d, abide abode, arise arose arisen, awake awoke awoken, bear bore borne, beat beaten,
        become became, begin began begun, bend bent, bet bet, bid bade bidden, bind bound, bite bit bitten, bleed bled, blow blew blown,
        break broke broken, breed bred, bring brought, build built, burn burnt, burst burst, buy bought, catch caught,
        choose chose chosen, cling clung, come came, cost cost, creep crept, cut cut, deal dealt, dig dug, draw drew drawn, dream dreamt,
        drink drank drunk, drive drove driven, dwell dwelt, eat ate eaten, fall fell fallen, feed fed, feel felt, fight fought, find found,
        flee fled, fling flung, fly flew flown, forbid forbade forbidden, forecast forecast, foresee foresaw foreseen, forget forgot
        forgotten, forgive forgave forgiven, forgo forwent forgone, forsake forsook forsaken, freeze froze frozen, get got gotten,
        give gave given, go went gone goes, grind ground, grow grew grown, hang hung, hear heard, hide hid hidden, hit hit, hold held,
        hurt hurt, keep kept, kneel knelt, know knew known, lay laid lain, lead led, leap leapt, learn learnt, leave left, lend lent,
        let let, lie lying lied, light lit, lose lost, make made, mean meant, meet met, mistake mistook mistaken, overcome overcame,
        overhear overheard, oversee oversaw overseen, overtake overtook overtaken, overthrow overthrew overthrown, override overrode
        overridden, pay paid, prove proven, put put, quit quit, rebuild rebuilt, read read, ride rode ridden, ring rang rung, rise rose
        risen, run ran, saw sawn, say said says, see saw seen, seek sought, sell sold, send sent, set set, sew sewn, shake shook shaken,
        shear shorn, shed shed, shine shone, shoot shot, show shown, shrink shrank shrunk, shut shut, sing sang sung, sink sank sunk,
        sit sat, slay slew slain, sleep slept, slide slid, sling slung, slit slit, smell smelt, sneak snuck, sow sown, speak spoke spoken,
        speed sped, spell spelt, spend spent, spill spilt, spin spun, spit spat, split split, spoil spoilt, spread spread, spring sprang
        sprung, stand stood, steal stole stolen, stick stuck, sting stung, stink stank stunk, stride strode, strike struck stricken,
        string strung, strive strove striven, swear swore sworn, sweep swept, swell swollen, swim swam swum, swing swung, take took taken,
        teach taught, tear tore torn, tell told, think thought, throw threw thrown, thrust thrust, tread trod trodden, undergo underwent
        undergone undergoes, understand understood, undertake undertook undertaken, undo undid undone, uphold upheld, wake woke woken,
        wear wore worn, weave wove woven, weep wept, win won, wind wound, withdraw withdrew withdrawn, withhold withheld, withstand
        withstood, wring wrung, write wrote written, rewrite rewrote rewritten, resell resold, resend resent, retake retook retaken,
        rethink rethought, redo redid redone, repay repaid, mislead misled, misunderstand misunderstood, outdo outdid outdone,
        outgrow outgrew, overrun overran, overdo overdid overdone, broadcast broadcast, behold beheld, befall befell befallen,
        partake partook, input input, upset upset, wed wed, offset offset, underlie underlay underlain underlying, die dying died dies,
        tie tying tied ties, vie vying vied, untie untying, panic panicked panicking, mimic mimicked mimicking, traffic trafficked
        trafficking, frolic frolicked, picnic picnicked, dye dyed dyeing, singe singed singeing, agree agreed agreeing,
        age aging ageing, bus bused bussed, gas gassed gassing, shoe shod, gon gon, wan wan, got ta, free freed freeing,
        want wanna, go gonna
        """);

    /// <summary>Infinitives that look like an inflected form.</summary>
    internal static readonly WordPairs Bases = WordPairs.Words(
        """
        need feed speed bleed breed heed seed weed exceed proceed succeed embed shed wed shred bed sled bring sing ring cling fling sling
        sting string swing wring spring wing king ping sew bias focus canvas gas bus discuss dress plus its has was lens this
        pass miss press cross guess kiss toss bless stress assess access possess address express impress suppress process progress
        witness harness embarrass harass trespass bypass surpass dismiss confess obsess
        """);

    /// <summary>Stems that look as if they had lost an e and have not.</summary>
    internal static readonly WordPairs WithoutE = WordPairs.Words(
        """
        focus bias bus canvas gas waltz quiz combat format add err purr egg ebb butt boycott pilot pivot riot allot ballot out-vot
        visit edit exit limit audit credit deposit exploit profit recruit await wait inherit prohibit exhibit benefit solicit elicit
        bid forbid ear appear stir war star tar bulletin begin spin win orbit merit solid vacuum program transform
        diagram telegram envelop develop gallop kidnap worship gossip handicap abhor cater occur recur incur spur blur murmur sulfur concur
        ransom blossom custom bottom fathom crib sabotag back buckl chat retreat eye
        toast boost roast zigzag tag bag nag beg dig log drag flag lag rig jog dog fog hug mug plug tug wag brag sag gag bug big
        fax tax relax fix mix box offer suffer differ debut rebut lament target budget sweat threat
        bargain obtain rein veil trail derail avail curtail hail sail mail email e-mail nail jail fail bail assail detail entail retail
        model label level total cancel travel fuel signal rival equal marshal counsel channel tunnel shovel dial
        catapult orphan sow covet profess question function station caution portion ration
        pardon abandon reason season mention station commission summon beckon
        """);

    /// <summary>Stems that have lost an e although the rules do not show it.</summary>
    internal static readonly WordPairs WithE = WordPairs.Words(
        """
        chang arrang exchang rearrang rang challeng reveng aveng plung loung infring cring hing sing impinge impinge scroung
        unit invit cit extradit ignit excit recit incit reignit reunit expedit writ creat recreat procreat re-creat complet delet
        compet deplet secret tast wast past hast conced preced imped reced supersed seced ced interced interfer adher persever rever
        explor ignor restor stor scor bor deplor implor ador scal inhal exhal impal fil smil compil exil reconcil pil stockpil profil
        consol cajol parol rul schedul overrul conven interven contraven postpon phon condon clon ton aton ston hon dron telephon
        tun prun attun schem tim hop cop elop grop slop wip grip pip swip snip strip prob bath breath cloth sooth seeth loath ach
        typ retyp escap shap reshap tap rap scrap gap welcom com overcom becom outcom hom styl pledg judg hedg alleg besieg
        queu argu valu rescu issu pursu continu accru su glu vot quot not devot promot denot demot
        caus paus rais prais clos us eas ceas releas increas decreas leas pleas teas appeas grease diseas advis devis revis
        measur treasur pressur captur tortur featur pictur figur injur secur procur assur ensur insur reassur endur cur lur
        produc reduc introduc forc announc denounc renounc pronounc balanc advanc financ sentenc influenc commenc
        leav receiv believ achiev deceiv perceiv conceiv reliev retriev sleev griev weav heav
        seiz squeez freez sneez breez leagu plagu intrigu fatigu guid suicid
        voic rejoic pois nois ros los chos expos oppos impos compos propos suppos dispos purpos
        """);

    /// <summary>Verbs whose single l is doubled before -ed and -ing.</summary>
    internal static readonly WordPairs EndInOneL = WordPairs.Words(
        """
        control compel expel propel rebel patrol cancel travel label fuel signal quarrel dispel repel impel excel model level total equal
        marshal counsel channel tunnel shovel dial rival marvel pedal panel funnel towel unravel grovel tally initial enrol fulfil instil
        distil annul extol lapel spiral medal duel cudgel initial swivel snivel bevel chisel libel parcel pummel sequel sentinel jewel
        """);
}
