namespace Aggregator.Extraction.Frames;

/// <summary>Completes the parties that the words leave to be understood from where it happened.</summary>
internal static class Completion
{
    /// <summary>
    /// Police, officials and residents belong to the country it happens in, or that the document is about; an attack or disaster is done
    /// to the country it happens in, when nobody else is named.
    /// </summary>
    /// <param name="happenings">The happenings.</param>
    /// <param name="focus">The state that the document is mostly about, or null.</param>
    /// <param name="scene">The state that it places most in, or null.</param>
    public static void Run(List<Happening> happenings, string? focus, string? scene)
    {
        foreach (var happening in happenings)
        {
            var country = happening.Where?.Country?.Value ?? (IsDoneInPlace(happening.Kind) ? scene : null) ?? focus;
            if (country is null) continue;
            // "South Korean media and experts": those named beside somebody are of his state. Who travels is not of where he goes.
            var beside = OnlyState(happening.Actors);
            if (beside is not null || happening.Frame.Mode != "visit") Complete(happening.Actors, beside ?? country, IsOfficial);
            if (happening.Kind is EventKind.Protest or EventKind.Appeal or EventKind.Demand or EventKind.Disapproval or EventKind.Support or EventKind.Rejection)
                Complete(happening.Actors, beside ?? country, IsLocal);
            // "Two of its pilots had been captured": soldiers are taken by somebody else.
            if (happening.Kind is EventKind.Coercion or EventKind.Investigation && !IsCaptured(happening) && !IsAboutOnly(happening, country) && !happening.Actors.Exists(player => player.Code is not null || player.Name is not null))
                happening.Actors.Add((IsOfOthers(happening) ? null : Speaker(happening)) ?? Inferred(happening, happening.Where?.Country?.Value ?? (scene is not null && IsAbroad(happening) ? scene : null) ?? (IsAbout(happening) ? null : Captor(happening)) ?? country, "authorities of the country it happened in"));
            if (happening.Kind is EventKind.Coercion or EventKind.Attack or EventKind.Investigation or EventKind.Appeal or EventKind.Demand or EventKind.Aid or EventKind.Rejection
                or EventKind.Support or EventKind.Concession && !(happening.Frame.Mode is "deport" or "expel" && happening.Frame.Trigger is not ("displace" or "uproot" or "evict")))
                Complete(happening.Recipients, ActsAlone(happening) ?? country, IsLocal);
            // Those whom a state's own people ask, order or blame, and of whom nothing else is said, are of that state.
            if (happening.Kind is EventKind.Appeal or EventKind.Demand or EventKind.Disapproval or EventKind.Support or EventKind.Investigation or EventKind.Rejection
                && ActsAlone(happening) is { } own && own == country)
                Complete(happening.Recipients, own, player => player.Role is null && player.IsInferred);
            if (happening.Recipients.Exists(player => player.Code is not null)) continue;
            if (IsDoneAtHome(happening) && ActsAlone(happening) is { } at && happening.Where?.Country?.Value == at)
                happening.Recipients.Add(Inferred(happening, at, "the actor's own state"));
            if (happening.Kind == EventKind.Disaster || (happening.Kind == EventKind.Attack && !Acts(happening, country)))
                happening.Recipients.Add(Inferred(happening, country, "country it happened in"));
            if (happening.Kind == EventKind.Protest)
                happening.Recipients.Add(Inferred(happening, ProtestedAgainst(happening) ?? country, "the protesters' own authorities"));
        }
    }

    /// <summary>What a state eases, imposes or forbids in a place of its own is done to those at home.</summary>
    private static bool IsDoneAtHome(Happening happening) =>
        happening.Kind is EventKind.Concession or EventKind.Coercion && happening.Frame.Mode is "ease" or "curfew" or "ban" or "prevent" && !happening.Recipients.Exists(player => player.Name is not null);

    /// <summary>"A Kenyan migrant was arrested": by those of the country he came to.</summary>
    private static bool IsAbroad(Happening happening) => happening.Recipients.Exists(player => player is { Role: "CVL", Code.Length: 3, IsInferred: false });

    /// <summary>"The Iranian people have been repressed, the American president said": not by him.</summary>
    private static bool IsOfOthers(Happening happening) =>
        happening.Frame.Mode == "crackdown" && Speaker(happening) is { } speaker && happening.Recipients.Exists(player => player is { Code.Length: 3, IsInferred: false }) && !happening.Recipients.Exists(player => player.Code == speaker.Code);

    /// <summary>"The Chad probe": whom it is about does not lead it.</summary>
    private static bool IsAbout(Happening happening) => happening.Kind == EventKind.Investigation && happening.Recipients.Exists(player => player.Path.Contains("whom it is about", StringComparison.Ordinal));

    private static bool IsAboutOnly(Happening happening, string country) => IsAbout(happening) && happening.Recipients.Exists(player => player.Code == country);

    /// <summary>The one state of some players that their words give; null when there is none or several.</summary>
    private static string? OnlyState(List<Player> players)
    {
        var states = players.Where(player => player is { Code.Length: 3, IsInferred: false }).Select(player => player.Code).Distinct().ToList();
        return states is [var state] ? state : null;
    }

    /// <summary>Who is arrested, and whose state is told, is mostly arrested there; who is sent out of a country is sent out by another.</summary>
    private static string? Captor(Happening happening) =>
        happening.Frame.Mode == "deport" ? null : happening.Recipients.Find(player => player.Code is { Length: 3 } && !player.IsInferred).Code;

    /// <summary>Soldiers whose own side tells that they were taken.</summary>
    private static bool IsCaptured(Happening happening) =>
        happening.Frame.Trigger == "capture" && Speaker(happening) is { } speaker && happening.Recipients.Exists(player => player.Code == speaker.Code || player.Role == "MIL");

    private static bool IsDoneInPlace(EventKind kind) =>
        kind is EventKind.Attack or EventKind.Disaster or EventKind.Coercion or EventKind.Investigation or EventKind.Protest or EventKind.Crime;

    /// <summary>"Police said a suspect had been arrested": the authority that tells of it has done it.</summary>
    private static Player? Speaker(Happening happening)
    {
        foreach (var speaker in happening.Attribution.Speakers)
            if (speaker is { Code: not null, Role: "COP" or "JUD" or "GOV" or "MIL" }) return speaker with { Name = null, Path = speaker.Path + ", the authority that tells of it" };
        return null;
    }

    /// <summary>Who protests at home protests against their own state, when nobody else is named.</summary>
    private static string? ProtestedAgainst(Happening happening) =>
        happening.Where?.Country?.Value ?? happening.Actors.Find(player => player.Code is { Length: 3 }).Code;

    /// <summary>Teachers whom a state's government asks are that state's.</summary>
    private static string? ActsAlone(Happening happening)
    {
        if (happening.Kind == EventKind.Attack) return null;
        var states = happening.Actors.Select(player => player.Code).OfType<string>().Distinct().ToList();
        return states is [{ Length: 3 } state] ? state : null;
    }

    private static bool Acts(Happening happening, string country) => happening.Actors.Exists(player => player.Code == country);

    /// <summary>Praise, blame or refusal of what somebody did is directed at who did it.</summary>
    public static void Direct(List<Happening> happenings)
    {
        for (var i = 0; i < happenings.Count; i++)
        {
            var speech = happenings[i];
            if (speech.Kind is not (EventKind.Disapproval or EventKind.Support or EventKind.Rejection) || speech.Recipients.Exists(player => player.Code is not null)) continue;
            for (var j = Math.Max(0, i - 8); j < Math.Min(happenings.Count, i + 8); j++)
            {
                var deed = happenings[j];
                if (deed.Sentence != speech.Sentence || !speech.Objects.Contains(deed.Trigger)) continue;
                while (deed.FoldedInto is { } kept) deed = kept;
                speech.Recipients.AddRange(deed.Actors.Select(actor => actor with { Path = actor.Path + ", who did what it is about" }));
            }
        }
    }

    private static Player Inferred(Happening happening, string country, string why) =>
        new(country, null, null, happening.WhereSpan ?? happening.Span, why, IsPlace: true, IsInferred: true);

    private static void Complete(List<Player> players, string country, Predicate<Player> belongs)
    {
        for (var i = 0; i < players.Count; i++)
            if (players[i] is { Code: null, Name: null } && belongs(players[i]))
                players[i] = players[i] with { Code = country, Path = players[i].Path + ", of the country it happened in" };
    }

    private static bool IsOfficial(Player player) => player.Role is "GOV" or "COP" or "JUD" or "LEG" or "MIL" or "SPY";

    private static bool IsLocal(Player player) => IsOfficial(player) || player.Role is "CVL" or "OPP" or "HLH" or "REL" or "LAB" or "BUS" or "EDU" or "MED";
}
