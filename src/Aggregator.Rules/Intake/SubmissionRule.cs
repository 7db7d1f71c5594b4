using System.Globalization;

namespace Aggregator.Intake;

/// <summary>
/// What of a written article is taken, and under which id: its own where it is one and no source is named; else its source with the source's id; else
/// its address.
/// </summary>
public static class SubmissionRule
{
    /// <summary>The longest text taken, in UTF-16 units.</summary>
    public const int TextLengthMax = 1_000_000;

    private const int TitleLengthMax = 2_000;
    private const int OutletLengthMax = 200;
    private const int OwnIdLengthMax = 2_000;

    private static readonly DateTimeOffset Earliest = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan AheadMax = TimeSpan.FromHours(48);

    private static readonly string[] MomentForms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ssK"];

    /// <summary>Checks an article and normalises it; null when it is refused.</summary>
    /// <param name="input">The article as written.</param>
    /// <param name="now">The time of its receipt, UTC; it may be dated at most two days ahead of it.</param>
    /// <param name="reason">Why it is refused, one sentence; else null.</param>
    public static Submission? Check(ArticleInput input, DateTimeOffset now, out string? reason)
    {
        reason = TooLong(input);
        if (reason is not null) return null;
        if (string.IsNullOrWhiteSpace(input.Text))
        {
            reason = "The member text is missing or empty.";
            return null;
        }
        if (!TryReadPublished(input.Published, now, out var published, out reason)) return null;
        if (!TryReadSource(input.Source, out var source, out reason)) return null;
        var hasUrl = CanonicalUrl.TryRead(input.Url, out var url);
        if (Identify(source, input.Id, url) is not { } id)
        {
            reason = NoIdentity(input);
            return null;
        }
        return new Submission
        {
            Id = id, Source = source, Url = hasUrl ? url : null, Outlet = Blank(input.Outlet), PublishedAt = published, Title = input.Title?.Trim() ?? "", Text = input.Text,
        };
    }

    private static ArticleId? Identify(SourceId? source, string? ownId, string? url) =>
        source is { } from && !string.IsNullOrEmpty(ownId) ? ArticleIdentity.Of(from, ownId)
        : ArticleId.TryParse(ownId, out var id) ? id
        : url is not null ? ArticleIdentity.Of(url)
        : null;

    private static string NoIdentity(ArticleInput input) =>
        string.IsNullOrEmpty(input.Id) ? "It has neither an id nor an http address by which to know it again."
        : "Its id has other characters than A-Z a-z 0-9 . _ : ~ - or more than 200 of them, and it has neither a source nor an http address by which to know it again.";

    private static string? TooLong(ArticleInput input) =>
        Over(input.Text, TextLengthMax) ? $"The member text is longer than {TextLengthMax} UTF-16 units."
        : Over(input.Title, TitleLengthMax) ? $"The member title is longer than {TitleLengthMax} UTF-16 units."
        : Over(input.Outlet, OutletLengthMax) ? $"The member outlet is longer than {OutletLengthMax} UTF-16 units."
        : Over(input.Id, OwnIdLengthMax) ? $"The member id is longer than {OwnIdLengthMax} UTF-16 units."
        : null;

    private static bool Over(string? text, int lengthMax) => text?.Length > lengthMax;

    private static bool TryReadSource(string? text, out SourceId? source, out string? reason)
    {
        var valid = SourceId.TryParse(text, out var read);
        source = valid ? read : null;
        reason = valid || string.IsNullOrEmpty(text) ? null : "The member source is no source id: 1 to 64 characters of a-z 0-9 -, no dash at either end.";
        return reason is null;
    }

    private static bool TryReadPublished(string? text, DateTimeOffset now, out DateTimeOffset published, out string? reason)
    {
        reason = null;
        published = now;
        if (string.IsNullOrWhiteSpace(text)) return true;
        if (!TryReadMoment(text.Trim(), out published)) reason = "The member published is neither a moment as in RFC 3339 nor a day as in 2026-09-14.";
        else if (published < Earliest) reason = "The member published lies before 1900.";
        else if (published > now + AheadMax) reason = "The member published lies more than two days ahead.";
        return reason is null;
    }

    private static bool TryReadMoment(string text, out DateTimeOffset moment)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, Utc, out moment)
            || DateTimeOffset.TryParseExact(text.ToUpperInvariant(), MomentForms, CultureInfo.InvariantCulture, Utc, out moment);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
