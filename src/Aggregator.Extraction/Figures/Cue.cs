namespace Aggregator.Extraction.Figures;

/// <summary>What a word adds to an expression of harm that takes several words ("taken to hospital", "lost their lives").</summary>
[Flags]
internal enum Cue : uint
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>"taken", "rushed", "airlifted": leads to a hospital.</summary>
    Carried = 1u << 0,
    /// <summary>"took", "sending": the same with the people behind it.</summary>
    Carrying = 1u << 1,
    /// <summary>"hospital", "clinic".</summary>
    Hospital = 1u << 2,
    /// <summary>"hostage", "prisoner", "captive".</summary>
    Captive = 1u << 3,
    /// <summary>"treated".</summary>
    Treated = 1u << 4,
    /// <summary>"condition".</summary>
    Condition = 1u << 5,
    /// <summary>"critical", "stable": a patient's condition.</summary>
    Grade = 1u << 6,
    /// <summary>"injuries", "wound", "burns".</summary>
    Injury = 1u << 7,
    /// <summary>"suffered", "sustained", "with": joins people to injuries.</summary>
    Suffered = 1u << 8,
    /// <summary>"lives", "life".</summary>
    Lives = 1u << 9,
    /// <summary>"claimed", "cost": takes lives.</summary>
    Claimed = 1u << 10,
    /// <summary>"lost".</summary>
    Lost = 1u << 11,
    /// <summary>"fled": its subject is displaced.</summary>
    Fled = 1u << 12,
    /// <summary>"moved", "removed", "driven": displaced where the place or purpose says so.</summary>
    Moved = 1u << 13,
    /// <summary>"forced": displaced where a flight follows.</summary>
    Forced = 1u << 14,
    /// <summary>"homes", "villages", "safety": what people flee from, or to.</summary>
    Refuge = 1u << 15,
    /// <summary>"flee", "leave", "evacuate", "abandon".</summary>
    Flee = 1u << 16,
    /// <summary>"held".</summary>
    Held = 1u << 17,
    /// <summary>"double", "triple": counts the victims of a noun of harm; the value says how many.</summary>
    Multiple = 1u << 18,
    /// <summary>"fatal", "deadly".</summary>
    Deadly = 1u << 19,
    /// <summary>"attempted": the harm did not come about.</summary>
    Attempted = 1u << 20,
    /// <summary>"number": begins a toll ("the number of dead").</summary>
    Number = 1u << 21,
    /// <summary>"hit", "struck": a blow where a missile or a part of the body is named.</summary>
    Struck = 1u << 22,
    /// <summary>"gunfire", "bullets", "leg": makes a blow of "hit".</summary>
    Impact = 1u << 23,
    /// <summary>"survive".</summary>
    Survive = 1u << 24,
    /// <summary>"pronounced", "found": joins people to "dead" without a form of "be".</summary>
    Pronounced = 1u << 25,
    /// <summary>"down": completes "gunned", "mowed", "shot".</summary>
    Down = 1u << 26,
    /// <summary>"left", "leaving": sets its object in a state ("left him dead").</summary>
    Left = 1u << 27,
    /// <summary>"them", "whom", "us": closes "two of them".</summary>
    Partitive = 1u << 28,
    /// <summary>"gunshot", "bullet", "stab": before wounds or victims, what was done to them.</summary>
    Shot = 1u << 29,
    /// <summary>"recovering", "fighting", "expected": begins a phrase that tells of somebody hurt who lives.</summary>
    Outcome = 1u << 30,
    /// <summary>"leg", "arm", "hand": where a shot seldom kills.</summary>
    Limb = 1u << 31,
}
