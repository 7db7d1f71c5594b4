namespace Aggregator.Extraction.Figures;

/// <summary>Words of the calendar.</summary>
internal static class TimeWords
{
    /// <summary>Every entry.</summary>
    internal static IEnumerable<(string Word, Lexeme Lexeme)> All =>
    [
        .. Vocabulary.Counting(
            "january|jan february|feb march april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec",
            Sense.Month, 1),
        .. Vocabulary.Counting(
            "sunday monday tuesday|tues|tue wednesday thursday|thurs|thur friday saturday", Sense.Weekday, 0),
        .. Vocabulary.Each("day days", new(Sense.TimeUnit, 1)),
        .. Vocabulary.Each("week weeks", new(Sense.TimeUnit, 7)),
        .. Vocabulary.Each("month months", new(Sense.TimeUnit, 30)),
        .. Vocabulary.Each("year years", new(Sense.TimeUnit, 365)),
        .. Vocabulary.Each("decade decades", new(Sense.TimeUnit, 3650)),
        .. Vocabulary.Each("hour hours minute minutes second seconds", new(Sense.TimeUnit)),
        .. Vocabulary.Each(
            "early mid late last next this past today tonight yesterday tomorrow overnight earlier later current previous coming from between since so already the recent over during "
            + "throughout in within first second third fourth final closing",
            new(Sense.None, Cue: Cue.Date)),
        .. Vocabulary.Each("ago", new(Sense.None, Cue: Cue.Ago)),
        .. Vocabulary.Each("morning afternoon evening night noon midday midnight dawn dusk mornings evenings overnight", new(Sense.DayPart)),
    ];
}
