using System.Globalization;
using System.Text;
using Aggregator.Extraction;
using Aggregator.Resolution;
using Aggregator.Topics;
using Aggregator.Wire;

namespace Aggregator.Feeds;

/// <summary>Writes a topic's planned calls and meetings as a calendar (iCalendar, RFC 5545). News tell days, not hours: every event is of whole days.</summary>
public static class CalendarWriter
{
    private const int SentenceCountMax = 5;

    /// <summary>The calendar, UTF-8. The same events always give the same bytes.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="events">Events that <see cref="CalendarRule.IsIn"/> takes.</param>
    /// <param name="server">The server's public address, without a slash at its end.</param>
    /// <param name="address">Where the calendar was read, for programs that read it anew.</param>
    public static byte[] Write(TopicDefinition topic, IEnumerable<NewsEvent> events, string server, string address)
    {
        var text = new CalendarText();
        text.Line("BEGIN", "VCALENDAR").Line("VERSION", "2.0").Line("PRODID", "-//Aggregator//Aggregator//EN").Line("CALSCALE", "GREGORIAN").Line("METHOD", "PUBLISH")
            .Text("NAME", topic.Title).Text("X-WR-CALNAME", topic.Title);
        if (topic.Description.Length > 0) text.Text("DESCRIPTION", topic.Description).Text("X-WR-CALDESC", topic.Description);
        text.Line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H").Line("X-PUBLISHED-TTL", "PT1H").Line("SOURCE;VALUE=URI", address);
        foreach (var newsEvent in events) Write(text, topic, newsEvent, server);
        return text.Line("END", "VCALENDAR").ToBytes();
    }

    private static void Write(CalendarText text, TopicDefinition topic, NewsEvent newsEvent, string server)
    {
        var on = newsEvent.OccurredOn!.Value;
        text.Line("BEGIN", "VEVENT").Line("UID", FeedIds.Of(topic, newsEvent.Id)).Line("SEQUENCE", Number(newsEvent.Revision - 1)).Line("DTSTAMP", Moment(newsEvent.RecordedAt))
            .Line("CREATED", Moment(newsEvent.FirstPublishedAt)).Line("LAST-MODIFIED", Moment(newsEvent.RecordedAt))
            .Line("DTSTART;VALUE=DATE", Day(on.First)).Line("DTEND;VALUE=DATE", Day(on.Last == DateOnly.MaxValue ? on.Last : on.Last.AddDays(1)))
            .Line("STATUS", CalendarRule.Status(newsEvent.Status)).Line("TRANSP", "TRANSPARENT").Text("SUMMARY", Summary(newsEvent)).Text("DESCRIPTION", Description(newsEvent))
            .Texts("CATEGORIES", Categories(newsEvent));
        if (newsEvent.Place is { } place) text.Text("LOCATION", place.Name);
        if (newsEvent.Place is { Latitude: { } latitude, Longitude: { } longitude }) text.Line("GEO", string.Create(CultureInfo.InvariantCulture, $"{latitude:0.######};{longitude:0.######}"));
        text.Line("URL", $"{server}/#/topics/{topic.Id}/events/{Uri.EscapeDataString(newsEvent.Id.Value)}").Line("END", "VEVENT");
    }

    private static string Summary(NewsEvent newsEvent) => newsEvent.Status switch
    {
        EventStatus.Postponed => $"Postponed: {newsEvent.Headline}",
        EventStatus.Cancelled => $"Cancelled: {newsEvent.Headline}",
        EventStatus.Denied => $"Denied: {newsEvent.Headline}",
        _ => newsEvent.Headline,
    };

    private static string Description(NewsEvent newsEvent)
    {
        var description = new StringBuilder();
        if (newsEvent.OccurredOn is { LengthDays: > 1 } period) description.Append("Some time in ").Append(period.Value).Append(".\n\n");
        foreach (var report in newsEvent.Reports.Take(SentenceCountMax))
        {
            description.Append('“').Append(report.Quote).Append("” ").Append(report.Outlet ?? report.Title);
            if (report.Url is { } url && EntryText.IsWeb(url)) description.Append(", ").Append(url);
            description.Append('\n');
        }
        return description.ToString().TrimEnd('\n');
    }

    private static IEnumerable<string> Categories(NewsEvent newsEvent)
    {
        yield return WireName.From(newsEvent.Kind);
        if (newsEvent.Plover is { } plover) yield return plover;
        foreach (var party in newsEvent.Actors.Concat(newsEvent.Recipients).Select(party => party.Code?.Value).OfType<string>().Distinct()) yield return party;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
