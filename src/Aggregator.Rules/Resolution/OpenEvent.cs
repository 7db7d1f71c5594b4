using System.Collections.Immutable;
using Aggregator.Extraction;

namespace Aggregator.Resolution;

/// <summary>An event with every delivery resolved into it, and what they say together.</summary>
public sealed record OpenEvent
{
    private const int CentreCountMax = 32;

    /// <summary>An event.</summary>
    /// <param name="newsEvent">The event as it stands.</param>
    /// <param name="deliveries">The last delivery heard of each of its reports; retracted ones too, so that a repeat is known.</param>
    public OpenEvent(NewsEvent newsEvent, ImmutableDictionary<ReportId, ReportDelivery> deliveries)
        : this(newsEvent, deliveries, last: null)
    {
    }

    /// <summary>An event that one report founds.</summary>
    /// <param name="blank">The event without revision.</param>
    /// <param name="founder">The report.</param>
    /// <param name="account">What it says.</param>
    internal OpenEvent(NewsEvent blank, ReportDelivery founder, Account account)
    {
        (Event, Deliveries) = (blank, ImmutableDictionary<ReportId, ReportDelivery>.Empty.Add(founder.Report.Id, founder));
        (FoundedBy, Founder, Centre) = (founder.Report.Id, account, account);
    }

    private OpenEvent(NewsEvent newsEvent, ImmutableDictionary<ReportId, ReportDelivery> deliveries, OpenEvent? last)
    {
        (Event, Deliveries) = (newsEvent, deliveries);
        var standing = Standing.OrderBy(delivery => delivery.PublishedAt).ThenBy(delivery => delivery.Report.Id.Value, StringComparer.Ordinal).ToList();
        if (standing.Count == 0) return;
        var kind = EventFold.KindOf(standing);
        var founder = EventFold.FounderOf(standing);
        FoundedBy = founder.Report.Id;
        Founder = last?.Founder is { } known && known.Kind == kind && known.Status == founder.Report.Status && last.FoundedBy == FoundedBy && ReferenceEquals(last.Deliveries[founder.Report.Id], founder) ? known : Account.Of(kind, [founder]);
        Centre = standing.Count == 1 ? Founder : Account.Of(kind, standing.Count <= CentreCountMax ? standing : [.. standing.Take(CentreCountMax / 2), .. standing.TakeLast(CentreCountMax / 2)]);
        // A plan that was put off binds nobody to its day.
        if (Centre.Status == EventStatus.Postponed && Founder.Status == EventStatus.Planned) Founder = Founder with { Status = EventStatus.Postponed };
    }

    /// <summary>The event as it stands.</summary>
    public NewsEvent Event { get; init; }

    /// <summary>The last delivery heard of each of its reports; retracted ones too, so that a repeat is known.</summary>
    public ImmutableDictionary<ReportId, ReportDelivery> Deliveries { get; }

    /// <summary>The report that founded it; null when none stands.</summary>
    public ReportId? FoundedBy { get; }

    /// <summary>What the report says that founded it; null when none stands.</summary>
    public Account? Founder { get; }

    /// <summary>What its reports say together, the first and the latest 16; null when none stands.</summary>
    public Account? Centre { get; }

    /// <summary>Its place among a block's events; −1 while it is in no block.</summary>
    internal int Place { get; init; } = -1;

    /// <summary>The numbers of its terms in the block, ascending.</summary>
    internal int[] TermNumbers { get; init; } = [];

    /// <summary>The deliveries that stand.</summary>
    public IEnumerable<ReportDelivery> Standing => Deliveries.Values.Where(delivery => !delivery.Retracted);

    /// <summary>With one delivery more, or in the place of what was last heard of its report.</summary>
    /// <param name="delivery">The delivery.</param>
    public OpenEvent With(ReportDelivery delivery) =>
        new(Event, Deliveries.SetItem(delivery.Report.Id, delivery), this) { Place = Place, TermNumbers = TermNumbers };

    /// <summary>The terms by which it is found.</summary>
    public IEnumerable<string> Terms => Founder is null ? [] : TermsOf(Founder).Concat(TermsOf(Centre!)).Distinct(StringComparer.Ordinal);

    /// <summary>The terms by which events like an account are found.</summary>
    /// <param name="account">The account.</param>
    public static IEnumerable<string> TermsOf(Account account)
    {
        foreach (var word in account.Words) yield return word;
        foreach (var name in account.Names) yield return Term.Name(name);
        if (account.Place is { } place) yield return Term.Place(place);
        for (var one = 0; one < account.Parties.Length && one < 4; one++)
        {
            yield return Term.Party(account.Parties[one]);
            for (var other = one + 1; other < account.Parties.Length && other < 4; other++) yield return Term.Pair(account.Parties[one], account.Parties[other]);
        }
    }
}
