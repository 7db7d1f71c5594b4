namespace Aggregator.Extraction.Lexicon;

/// <summary>A person who holds or held office.</summary>
/// <param name="Name">The full name.</param>
/// <param name="Offices">Every office of <c>leaders.tsv</c> under this name; at least one.</param>
public sealed record LeaderSense(string Name, IReadOnlyList<HeldOffice> Offices) : Sense(SenseKind.Leader, Name, Offices[0].Code, null)
{
    /// <summary>The office held on a day; else the one that ended last before it; else the first.</summary>
    public HeldOffice OfficeOn(DateOnly day)
    {
        var best = Offices[0];
        foreach (var office in Offices)
        {
            if (office.From <= day && (office.To is null || office.To >= day)) return office;
            if (office.From <= day && (best.From > day || best.To < office.To)) best = office;
        }
        return best;
    }
}
