using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Figures;

/// <summary>
/// Where harm comes to a crowd, to spectators or holidaymakers, those who are told of as mere people are civilians, in the whole article.
/// </summary>
internal static class PublicScenes
{
    private static readonly HashSet<string> s_public = new(
        ("crowd crowds revellers revelers spectators onlookers bystanders holidaymakers beachgoers sunbathers festivalgoers festival-goers concertgoers concert-goers "
        + "worshippers worshipers shoppers tourists vacationers passers-by passersby pedestrians picnickers").Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>The figures, with the group of those who are told to be no more than people.</summary>
    /// <param name="read">The document.</param>
    /// <param name="found">Its figures.</param>
    internal static IReadOnlyList<FigureReading> Mark(ReadText read, IReadOnlyList<FigureReading> found)
    {
        if (!found.Any(reading => IsOpen(reading) && IsPublic(read, reading.Sentence))) return found;
        return [.. found.Select(reading => IsOpen(reading) ? reading with { Figure = reading.Figure with { Who = CountedGroup.Civilian } } : reading)];
    }

    /// <summary>Whether a figure of one happening leaves open who is counted.</summary>
    private static bool IsOpen(FigureReading reading) =>
        reading is { IsPlain: true, Figure: { Who: null, Cumulative: false } } && reading.Figure.Measure != CasualtyMeasure.Captured && reading.Figure.Count.High is not 0;

    private static bool IsPublic(ReadText read, int sentence)
    {
        var words = s_public.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var token in read[sentence].Tokens)
            if (words.Contains(read.Text.AsSpan(token.Start, token.Length))) return true;
        return false;
    }
}
