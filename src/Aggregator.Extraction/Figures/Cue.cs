namespace Aggregator.Extraction.Figures;

/// <summary>What a word adds to an expression of several words: of harm ("taken to hospital", "lost their lives"), or of a date.</summary>
[Flags]
internal enum Cue : ulong
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>"taken", "rushed", "airlifted": leads to a hospital.</summary>
    Carried = 1ul << 0,
    /// <summary>"took", "sending": the same with the people behind it.</summary>
    Carrying = 1ul << 1,
    /// <summary>"hospital", "clinic".</summary>
    Hospital = 1ul << 2,
    /// <summary>"hostage", "prisoner", "captive".</summary>
    Captive = 1ul << 3,
    /// <summary>"treated".</summary>
    Treated = 1ul << 4,
    /// <summary>"condition".</summary>
    Condition = 1ul << 5,
    /// <summary>"critical", "stable": a patient's condition.</summary>
    Grade = 1ul << 6,
    /// <summary>"injuries", "wound", "burns".</summary>
    Injury = 1ul << 7,
    /// <summary>"suffered", "sustained", "with": joins people to injuries.</summary>
    Suffered = 1ul << 8,
    /// <summary>"lives", "life".</summary>
    Lives = 1ul << 9,
    /// <summary>"claimed", "cost": takes lives.</summary>
    Claimed = 1ul << 10,
    /// <summary>"lost".</summary>
    Lost = 1ul << 11,
    /// <summary>"fled": its subject is displaced.</summary>
    Fled = 1ul << 12,
    /// <summary>"moved", "removed", "driven": displaced where the place or purpose says so.</summary>
    Moved = 1ul << 13,
    /// <summary>"forced": displaced where a flight follows.</summary>
    Forced = 1ul << 14,
    /// <summary>"homes", "villages", "safety": what people flee from, or to.</summary>
    Refuge = 1ul << 15,
    /// <summary>"flee", "leave", "evacuate", "abandon".</summary>
    Flee = 1ul << 16,
    /// <summary>"held".</summary>
    Held = 1ul << 17,
    /// <summary>"double", "triple": counts the victims of a noun of harm; the value says how many.</summary>
    Multiple = 1ul << 18,
    /// <summary>"fatal", "deadly".</summary>
    Deadly = 1ul << 19,
    /// <summary>"attempted": the harm did not come about.</summary>
    Attempted = 1ul << 20,
    /// <summary>"number": begins a toll ("the number of dead").</summary>
    Number = 1ul << 21,
    /// <summary>"hit", "struck": a blow where a missile or a part of the body is named.</summary>
    Struck = 1ul << 22,
    /// <summary>"gunfire", "bullets", "leg": makes a blow of "hit".</summary>
    Impact = 1ul << 23,
    /// <summary>"survive".</summary>
    Survive = 1ul << 24,
    /// <summary>"pronounced", "found": joins people to "dead" without a form of "be".</summary>
    Pronounced = 1ul << 25,
    /// <summary>"down": completes "gunned", "mowed", "shot".</summary>
    Down = 1ul << 26,
    /// <summary>"left", "leaving": sets its object in a state ("left him dead").</summary>
    Left = 1ul << 27,
    /// <summary>"them", "whom", "us": closes "two of them".</summary>
    Partitive = 1ul << 28,
    /// <summary>"gunshot", "bullet", "stab": before wounds or victims, what was done to them.</summary>
    Shot = 1ul << 29,
    /// <summary>"recovering", "fighting", "expected": begins a phrase that tells of somebody hurt who lives.</summary>
    Outcome = 1ul << 30,
    /// <summary>"leg", "arm", "hand": where a shot seldom kills.</summary>
    Limb = 1ul << 31,
    /// <summary>"last", "since", "the": a date or period may begin with it.</summary>
    Date = 1ul << 32,
    /// <summary>"ago".</summary>
    Ago = 1ul << 33,
    /// <summary>"arrived", "walked", "dropped": comes to a hospital by himself.</summary>
    Arrived = 1ul << 34,
}
