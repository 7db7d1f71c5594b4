namespace Aggregator.Extraction.Figures;

/// <summary>Words of numbers, of what is counted without being human, and of what makes a number a code.</summary>
internal static class NumberWords
{
    /// <summary>Every entry.</summary>
    internal static IEnumerable<(string Word, Lexeme Lexeme)> All =>
    [
        .. Vocabulary.Counting(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
            Sense.Small, 0),
        .. Vocabulary.Counting("twenty thirty forty|fourty fifty sixty seventy eighty ninety", Sense.Tens, 20, 10),
        ("hundred", new(Sense.Hundred, 100)),
        .. Vocabulary.Each("thousand k", new(Sense.Magnitude, 1_000)),
        ("lakh", new(Sense.Magnitude, 100_000)),
        .. Vocabulary.Each("million mn mln m", new(Sense.Magnitude, 1_000_000)),
        ("crore", new(Sense.Magnitude, 10_000_000)),
        .. Vocabulary.Each("billion bn", new(Sense.Magnitude, 1_000_000_000)),
        ("trillion", new(Sense.Magnitude, 1_000_000_000_000)),
        ("dozen", new(Sense.Dozen, 12)),
        ("score", new(Sense.Dozen, 20)),
        ("dozens", new(Sense.Vague, 24)),
        ("scores", new(Sense.Vague, 40)),
        ("tens", new(Sense.Vague, 20)),
        ("hundreds", new(Sense.Vague, 200)),
        ("thousands", new(Sense.Vague, 2_000)),
        ("millions", new(Sense.Vague, 2_000_000)),
        ("billions", new(Sense.Vague, 2_000_000_000)),
        ("couple", new(Sense.Dozen, 2)),
        ("pair", new(Sense.Dozen, 2)),
        .. Vocabulary.Each("nobody none", new(Sense.Nobody)),
        .. Vocabulary.Each("several few many numerous countless multiple handful various", new(Sense.Several)),
        .. Vocabulary.Counting(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
            + "seventeenth eighteenth nineteenth twentieth twenty-first", Sense.Ordinal, 1),
        .. Vocabulary.Each("th st nd rd thirtieth fortieth fiftieth sixtieth hundredth thousandth", new(Sense.Ordinal)),
        .. Vocabulary.Each("half halves third thirds quarter quarters fifths tenth tenths", new(Sense.Fraction)),
        .. Vocabulary.Each(
            "at more over exceeding up fewer less nearly almost about some around roughly approximately approx circa estimated an as minimum "
            + "maximum close upwards under above below beyond close well just no not possibly perhaps maybe near topping virtually total "
            + "only least most estimates reaching another further additional roughly excess the nearing approaching surpassing",
            new(Sense.Comparator)),
        .. Vocabulary.Each("percent pct percentage", new(Sense.Percent)),
        .. Vocabulary.Each(
            "dollars dollar euros euro pounds pound rubles roubles ruble rouble rupees rupee yen yuan pesos peso cents francs lira liras dinars "
            + "shekels riyals dirhams hryvnia hryvnias won usd eur gbp naira rand krona kronor zloty baht rials rial",
            new(Sense.Currency | Sense.Thing)),
        .. Vocabulary.Each(
            "no number highway route flight block interstate road rd street avenue ave room apartment apt unit article section chapter page pages "
            + "resolution channel section level phase district precinct ward zone chapter verse psalm act paragraph phone tel telephone "
            + "version grade i-",
            new(Sense.Labelled)),
        .. Vocabulary.Each(
            "mile miles kilometer kilometers kilometre kilometres km kms meter meters metre metres mph kph kmh foot feet ft inch inches yard yards "
            + "acre acres hectare hectares ton tons tonne tonnes kg kilogram kilograms kilo kilos gram grams lb lbs ounce ounces liter liters "
            + "litre litres gallon gallons barrel barrels degree degrees watt megawatts megawatt volts caliber calibre cal mm cm magnitude knots "
            + "tent tents house houses home homes building buildings apartment apartments shop shops store stores vehicle vehicles car cars truck "
            + "trucks bus buses tank tanks aircraft plane planes airplane airplanes jet jets helicopter helicopters boat boats ship ships vessel "
            + "vessels train trains round rounds shots bullet bullets casings missile missiles rocket rockets drone drones bomb bombs shell shells grenade "
            + "grenades mortar mortars mine mines weapon weapons gun guns rifle rifles pistol pistols handgun handguns attack attacks strike "
            + "strikes airstrike airstrikes bombing bombings raid raids explosion explosions blast blasts incident incidents shooting shootings case cases "
            + "count counts charge charges country countries nation nations state states city cities town towns village villages province provinces "
            + "district districts region regions county counties vote votes seat seats point points goal goals game games match matches time times "
            + "job jobs company companies firm firms school schools hospital hospitals church churches mosque mosques dog dogs cat cats cow cows "
            + "cattle horse horses sheep goat goats animal animals bird birds fish chickens pigs livestock camels elephants item items copy copies email emails "
            + "letter letters call calls page pages word words book books tweet tweets message messages report reports document documents "
            + "bag bags box boxes bottle bottles pill pills package packages part parts piece pieces step steps stage stages way ways thing "
            + "things reason reasons question questions issue issues problem problems agreement agreements deal deals bill bills law laws "
            + "resolution resolutions sanction sanctions meeting meetings talks visit visits day days week weeks year years month months hour hours minute minutes "
            + "second seconds decade decades century centuries night nights weekend weekends morning mornings season seasons "
            + "apartments rooms floors beds units camps bases sites facilities centers centres plants factories offices bridges roads streets blocks "
            + "trees crops farms fields bodies-of-water wounds shells fires storms floods gunshots stab stories storeys story options warheads "
            + "centrifuges satellites submarines warships fighter-jets carriers systems batteries projectiles sources projects programs programmes "
            + "bullets kinds types sorts groups organizations organisations parties factions towns sides",
            new(Sense.Thing)),
        .. Vocabulary.Each("years year months month weeks week days day hours hour minutes minute seconds decades decade nights", new(Sense.Thing)),
    ];
}
