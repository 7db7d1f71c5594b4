using System.Collections.Frozen;

namespace Aggregator.Resolution;

/// <summary>Words that tell nothing of a happening, and words that most news uses: what is known of rarity before any event is.</summary>
internal static class CommonWords
{
    /// <summary>The share of events that a word of the trade is taken to be in before events show it.</summary>
    private const double TradeShare = 0.25;

    private static readonly FrozenSet<string> Empty = Words(
        """
        about above across after again against all almost alone along already also although always am among an and another any anyone anything
        are around as ask asked at away back be became because become been before began behind being below best better between both but by call
        called calls came can cannot come comes coming could day days did do does doing done down during each early either else end enough even
        ever every everyone everything far few first five for four found from full further gave get gets getting give given go goes going gone got
        had half has have having he her here hers him himself his how however if in including inside instead into is it its itself just keep kept
        know known last late later least left less let like likely little local long look looking lot made mainly make makes making many may maybe
        me mean means might mine minutes moment more morning most much must my near need never new next night nine no nobody none nor not nothing
        now of off often old on once one only onto or other others our out outside over own part people per perhaps place put quite rather really
        right said same saw say saying says second see seem seemed seen set seven several she should show side since six small so some someone
        something soon still such take taken takes tell ten than that the their them themselves then there these they thing things think third
        this those though three through thus time times to today together told tomorrow too took toward towards tried try trying turn two under
        until up upon us use used using very want wanted was way we week weekend weeks well went were what when where whether which while who
        whole whom whose why will with within without work would year years yes yesterday yet you your afternoon evening tonight hour hours
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
        december jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun don didn doesn isn wasn won couldn wouldn ll ve re
        mr mrs ms dr am pm a.m p.m gmt est edt pst pdt copyright reserved rights subscribe newsletter email twitter facebook advertisement share
        browser browsers javascript enable enabled disable disabling extension extensions ad ads blocking blocker notification notifications saved
        verification verify activate profile account accounts sign signed subscription subscriber subscribers login password inbox click link links
        material broadcast rewritten redistributed published associated press ap subsidiaries license licensed logo trademark tm inc llc contributed
        contribute cookies cookie privacy terms app download follow embed playback pause play skip gallery slideshow buy courtesy getty sports weather traffic
        caption captions view full screen close next previous related recommended trending popular newsletters alert alerts
        photo image video caption posted updated update published read click comments comment story stories news reporter editor http https www com
        """);

    private static readonly FrozenSet<string> Trade = Words(
        """
        accident according accused adult agency agents allegedly ambulance announced area armed army arrest arrested assault attack attacked attacks
        attorney authorities authority bodies body bullet bullets car case charge charged charges chief child children citizens city civilians
        community condition confirmed council country county court crime crimes crisis critical custody dead deadly death deaths deputies deputy
        detective detectives died dies district driver emergency event evidence expected family fatal fatally father federal fight fire fired fled
        forces foreign former friend friends girl government governor group gun gunfire gunman gunmen gunshot gunshots guns happened head heard held
        help home homicide homicides hospital house hurt identified incident information injured injuries injury international interview
        investigate investigated investigating investigation investigators issue jail judge juvenile kill killed killing killings kills law leader leaders
        life live lives man manslaughter media medical meeting member members men military militants minister ministry mother motive murder
        nation national nations neighborhood neighbors office officer officers official officials party peace person persons police policy political
        president prime prison private prosecutors public quote report reported reports residents responded response rounds scene school search
        security serious service sheriff shooter shooters shooting shootings shoots shot shots source sources spokesman spokesperson spokeswoman stable
        state statement states station street streets strike strikes struck suspect suspects suffered surgery talks taken team teen teenager threat
        transported treated trial troops university vehicle victim victims violence war weapon weapons week white witness witnesses woman women world
        wound wounded wounds wrote year-old young apartment avenue road block complex department investigator multiple north south east west northeast
        northwest southeast southwest center highway county's town village region province capital border
        """);

    /// <summary>True for a word that is never evidence.</summary>
    /// <param name="word">Lower case.</param>
    internal static bool IsEmpty(string word) => Empty.Contains(word);

    /// <summary>The share of events a word is taken to be in before any event shows it, 0 to 1.</summary>
    /// <param name="word">Lower case.</param>
    internal static double ShareOf(string word) => Trade.Contains(word) ? TradeShare : 0;

    private static FrozenSet<string> Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
