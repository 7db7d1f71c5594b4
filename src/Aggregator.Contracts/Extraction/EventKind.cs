using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Extraction;

/// <summary>What happened. The kinds follow PLOVER's categories, split where readers ask for less and joined nowhere.</summary>
[GenerateSerializer, Alias("event-kind"), JsonConverter(typeof(WireEnumConverter<EventKind>))]
public enum EventKind
{
    /// <summary>Leaders or officials speak by phone, video, letter or message.</summary>
    Call,
    /// <summary>They meet, hold talks or negotiate, in person or unspecified; summits, visits, hosting.</summary>
    Meeting,
    /// <summary>A third party brings others together.</summary>
    Mediation,
    /// <summary>Calls on, urges, asks, requests, proposes.</summary>
    Appeal,
    /// <summary>Demands, orders, insists.</summary>
    Demand,
    /// <summary>Promises, offers, agrees to do, expresses intent to cooperate.</summary>
    Pledge,
    /// <summary>Praises, backs, endorses, recognises, signs an agreement, apologises.</summary>
    Support,
    /// <summary>Eases restrictions, announces a ceasefire, gives in.</summary>
    Concession,
    /// <summary>Material cooperation: trade, exercises, extradition, shared intelligence.</summary>
    Cooperation,
    /// <summary>Provides money, arms, relief, asylum.</summary>
    Aid,
    /// <summary>Troops leave, prisoners or hostages freed, resigns, returns property, a ceasefire observed.</summary>
    Withdrawal,
    /// <summary>Investigates, opens a probe or hearing.</summary>
    Investigation,
    /// <summary>Accuses, condemns, criticises, sues, convicts.</summary>
    Disapproval,
    /// <summary>Refuses, rejects, vetoes, denies.</summary>
    Rejection,
    /// <summary>Threatens, warns of a forceful consequence, gives an ultimatum.</summary>
    Threat,
    /// <summary>Demonstrations, strikes of workers, riots, hunger strikes.</summary>
    Protest,
    /// <summary>Deploys, mobilises, masses troops, raises alert, tests weapons.</summary>
    Deployment,
    /// <summary>Cuts ties or aid, imposes sanctions or tariffs, expels diplomats, halts talks.</summary>
    Sanction,
    /// <summary>Arrests, detains, charges, seizes, bans, curfews, deports.</summary>
    Coercion,
    /// <summary>Strikes, bombs, shoots, shells, clashes, abducts, assassinates.</summary>
    Attack,
    /// <summary>Non-political crime: murder, robbery, trafficking, cyber-crime.</summary>
    Crime,
    /// <summary>Earthquake, flood, storm, fire, crash, collapse, epidemic.</summary>
    Disaster,
    /// <summary>A casualty figure: the report carries a <see cref="CasualtyFigure"/>.</summary>
    Casualties,
}
