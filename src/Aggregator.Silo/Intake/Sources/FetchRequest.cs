namespace Aggregator.Intake;

/// <summary>What is to be fetched.</summary>
/// <param name="Address">Absolute, http or https.</param>
/// <param name="Accept">The Accept header.</param>
/// <param name="Validators">What the last answer was known by; or none.</param>
public sealed record FetchRequest(Uri Address, string Accept, FetchValidators Validators)
{
    /// <summary>A request for a feed.</summary>
    /// <param name="address">The feed.</param>
    /// <param name="validators">What the last answer was known by; or none.</param>
    public static FetchRequest Feed(Uri address, FetchValidators validators) =>
        new(address, "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5", validators);

    /// <summary>A request for a page.</summary>
    /// <param name="address">The page.</param>
    public static FetchRequest Page(Uri address) => new(address, "text/html, application/xhtml+xml;q=0.9", FetchValidators.None);
}
