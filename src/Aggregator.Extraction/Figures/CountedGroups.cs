namespace Aggregator.Extraction.Figures;

/// <summary>Tells from the words before a noun for people what group they count in: "aid workers", "army officers", "consulate staff".</summary>
internal static class CountedGroups
{
    private static readonly Dictionary<string, CountedGroup>.AlternateLookup<ReadOnlySpan<char>> s_modifiers = Build();

    /// <summary>The group of a phrase.</summary>
    /// <param name="atoms">The sentence.</param>
    /// <param name="first">The phrase's first atom, behind its number.</param>
    /// <param name="head">Its noun.</param>
    /// <param name="own">What the noun itself says, or null.</param>
    internal static CountedGroup? Of(Atoms atoms, int first, int head, CountedGroup? own)
    {
        if (own is CountedGroup.Child or CountedGroup.Journalist or CountedGroup.Combatant) return own;
        for (var i = head - 1; i >= first; i--)
        {
            if (atoms[i].Is(Sense.Preposition | Sense.Conjunction)) break;
            if (!s_modifiers.TryGetValue(LastWord(atoms.Form(i)), out var said)) continue;
            // "civilian police" and "medical students" are what their noun says; "army doctors" and "police recruits" are not.
            if (said == CountedGroup.Civilian && own is not null and not CountedGroup.Civilian) continue;
            return said;
        }
        return own;
    }

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> words) => words[(words.LastIndexOf(' ') + 1)..];

    private static Dictionary<string, CountedGroup>.AlternateLookup<ReadOnlySpan<char>> Build()
    {
        var modifiers = new Dictionary<string, CountedGroup>(StringComparer.OrdinalIgnoreCase);
        Add(CountedGroup.AidWorker, "aid relief humanitarian charity UNRWA UNICEF WFP Oxfam MSF");
        Add(CountedGroup.Journalist, "media press news television tv");
        Add(CountedGroup.Military, "military army navy naval marine infantry artillery NATO");
        Add(CountedGroup.Police, "police prison corrections correctional");
        Add(CountedGroup.Combatant, "rebel militia militant insurgent guerrilla jihadist Islamist separatist paramilitary Taliban Hamas Hezbollah Hizbullah Houthi ISIS ISIL IS Daesh "
            + "al-Qaeda al-Qaida Qaeda Qaida al-Shabab al-Shabaab Shabaab Shabab Haram Jihad PKK FARC ELN");
        Add(CountedGroup.Civilian, "civilian consulate embassy hospital hotel bank factory railway rail airport airline school university office restaurant medical health "
            + "construction farm mine oil factory ministry company embassy supermarket");
        return modifiers.GetAlternateLookup<ReadOnlySpan<char>>();

        void Add(CountedGroup group, string words)
        {
            foreach (var word in words.Split(' ')) modifiers[word] = group;
        }
    }
}
