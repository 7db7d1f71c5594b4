namespace Aggregator.Extraction.Frames;

/// <summary>Completes the parties that the words leave to be understood from where it happened.</summary>
internal static class Completion
{
    /// <summary>
    /// Police, officials and residents belong to the country it happens in, or that the document is about; an attack or disaster is done
    /// to the country it happens in, when nobody else is named.
    /// </summary>
    public static void Run(List<Happening> happenings, string? focus)
    {
        foreach (var happening in happenings)
        {
            var country = happening.Where?.Country?.Value ?? focus;
            if (country is null) continue;
            Complete(happening.Actors, country);
            if (happening.Kind is EventKind.Coercion or EventKind.Attack or EventKind.Investigation or EventKind.Appeal or EventKind.Demand)
                Complete(happening.Recipients, country);
            if (happening.Recipients.Exists(player => player.Code is not null)) continue;
            if (happening.Kind == EventKind.Disaster || (happening.Kind == EventKind.Attack && happening.Where?.Country is not null))
                happening.Recipients.Add(new Player(
                    country, null, null, happening.WhereSpan ?? happening.Span, "country it happened in", IsPlace: true, IsInferred: true));
        }
    }

    private static void Complete(List<Player> players, string country)
    {
        for (var i = 0; i < players.Count; i++)
            if (players[i] is { Code: null, Name: null, Role: "GOV" or "COP" or "JUD" or "LEG" or "MIL" or "CVL" or "OPP" or "SPY" or "HLH" })
                players[i] = players[i] with { Code = country, Path = players[i].Path + ", of the country it happened in" };
    }
}
