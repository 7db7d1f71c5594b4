namespace Aggregator.Extraction.Frames;

/// <summary>Completes the parties that the words leave to be understood from where it happened.</summary>
internal static class Completion
{
    /// <summary>An attack or disaster is done to the country it happens in, when nobody else is named.</summary>
    public static void Run(List<Happening> happenings, string? focus)
    {
        foreach (var happening in happenings)
        {
            if (happening.Recipients.Exists(player => player.Code is not null)) continue;
            var country = happening.Where?.Country?.Value;
            if (happening.Kind == EventKind.Disaster) country ??= focus;
            if (happening.Kind is EventKind.Attack or EventKind.Disaster && country is not null)
                happening.Recipients.Add(new Player(country, null, null, happening.WhereSpan ?? happening.Span, "country it happened in", IsPlace: true, IsInferred: true));
        }
    }
}
