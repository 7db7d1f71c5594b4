using System.ComponentModel.DataAnnotations;

namespace Aggregator.Intake;

/// <summary>Bounds and manners of polling; configuration section <c>Sources</c>.</summary>
public sealed class SourceOptions : IValidatableObject
{
    /// <summary>A page that tells a publisher who polls and whom to write to; it stands in the User-Agent. Default none.</summary>
    public string? ContactUrl { get; set; }

    /// <summary>
    /// Networks that are polled although they are not of the public internet, in CIDR form ("127.0.0.0/8", "fd00::/8"). Default
    /// none: an address that resolves to a private, loopback or otherwise special one is refused.
    /// </summary>
    public IReadOnlyList<string> AllowedNetworks { get; set; } = [];

    /// <summary>Shortest minutes between polls of a source. Default 5.</summary>
    [Range(0.01, 1_440)] public double IntervalMinMinutes { get; set; } = 5;

    /// <summary>Longest minutes between polls of a source that fares well. Default 360.</summary>
    [Range(1, 43_200)] public double IntervalMaxMinutes { get; set; } = 360;

    /// <summary>Longest minutes that failures in a row or <c>Retry-After</c> put a poll off. Default 1,440.</summary>
    [Range(1, 43_200)] public double PatienceMaxMinutes { get; set; } = 1_440;

    /// <summary>Seconds for one request, redirects and body included. Default 30.</summary>
    [Range(1, 300)] public double RequestSeconds { get; set; } = 30;

    /// <summary>Redirects followed in one request. Default 5.</summary>
    [Range(0, 20)] public int RedirectCountMax { get; set; } = 5;

    /// <summary>Milliseconds between two requests to one host. Default 250.</summary>
    [Range(0, 60_000)] public double HostPauseMilliseconds { get; set; } = 250;

    /// <summary>Seconds that a poll waits for its turn at a host before it is put off. Default 20.</summary>
    [Range(0.1, 25)] public double HostWaitSeconds { get; set; } = 20;

    /// <summary>An item with less text than this, in UTF-16 units, has its page fetched where its source wishes that. Default 600.</summary>
    [Range(0, 100_000)] public int SummaryLengthMax { get; set; } = 600;

    /// <summary>Pages fetched in one poll; items beyond wait for the next. Default 10.</summary>
    [Range(1, 1_000)] public int PageCountMax { get; set; } = 10;

    /// <summary>Minutes between reminders that wake a source whose poll is due. At least 1; default 5.</summary>
    [Range(1, 1_440)] public double ReminderMinutes { get; set; } = 5;

    /// <summary>
    /// Where hubs of feeds reach this server (<c>https://news.example.org/aggregator</c>). Null takes <c>Api:PublicUrl</c>; without that
    /// either, no hub is asked to push. Default null.
    /// </summary>
    public string? CallbackUrl { get; set; }

    /// <summary>Lease that a hub is asked for, in seconds; it is renewed when two thirds of what the hub grants have passed. Default 864,000: ten days.</summary>
    [Range(60, 31_536_000)] public int PushLeaseSeconds { get; set; } = 864_000;

    /// <summary>Minutes between polls, for safety, of a source whose hub pushes; a source's own longest interval wins where it is shorter. Default 360.</summary>
    [Range(1, 43_200)] public double PushedIntervalMinutes { get; set; } = 360;

    /// <summary>Seconds that a hub has to confirm before it is asked again. Default 600.</summary>
    [Range(1, 86_400)] public double PushConfirmSeconds { get; set; } = 600;

    /// <summary>How much of a feed or page is read.</summary>
    public FeedLimits Limits { get; } = new();

    /// <summary>Checks what concerns several settings.</summary>
    /// <param name="validationContext">Not used.</param>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IntervalMaxMinutes < IntervalMinMinutes) yield return new("Sources:IntervalMaxMinutes is below IntervalMinMinutes.");
        if (PatienceMaxMinutes < IntervalMaxMinutes) yield return new("Sources:PatienceMaxMinutes is below IntervalMaxMinutes.");
        if (ContactUrl is not null && WebAddress.Resolve(ContactUrl, null) is null) yield return new("Sources:ContactUrl is no http or https address.");
        if (CallbackUrl is not null && WebAddress.Resolve(CallbackUrl, null) is null) yield return new("Sources:CallbackUrl, or Api:PublicUrl in its place, is no http or https address.");
        foreach (var network in AllowedNetworks)
        {
            if (!System.Net.IPNetwork.TryParse(network, out _)) yield return new($"Sources:AllowedNetworks: '{network}' is not of the form 10.0.0.0/8.");
        }
        var limits = new List<ValidationResult>();
        Validator.TryValidateObject(Limits, new ValidationContext(Limits), limits, validateAllProperties: true);
        foreach (var result in limits) yield return new($"Sources:Limits: {result.ErrorMessage}");
    }
}
