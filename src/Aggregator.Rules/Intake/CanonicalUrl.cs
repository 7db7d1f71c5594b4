using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Aggregator.Intake;

/// <summary>
/// The one form of a page's address: lower-case host in ASCII, no user, default port or fragment, dots in the path resolved,
/// and none of the parameters that only tell who sent the reader. Everything else may matter and stays in its order.
/// </summary>
public static class CanonicalUrl
{
    private const int LengthMax = 2_000;

    private static readonly FrozenSet<string> Tracking = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "igshid", "igsh", "mc_cid", "mc_eid", "mkt_tok", "_ga", "_gl",
        "_hsenc", "_hsmi", "vero_id", "wt_mc", "wt.mc_id", "cmpid", "cmp", "at_medium", "at_campaign", "at_custom1", "at_custom2", "at_custom3",
        "at_custom4", "ns_mchannel", "ns_source", "ns_campaign", "ns_linkname", "ns_fee", "smid", "smtyp", "ref_src", "ref_url", "s_cid", "xtor",
        "traffic_source", "taid", "ocid", "ito", "guccounter", "guce_referrer", "guce_referrer_sig");

    /// <summary>Reads an address; false when it is no absolute http or https address of at most 2,000 characters.</summary>
    /// <param name="text">The address as written, or null.</param>
    /// <param name="canonical">The one form of it.</param>
    public static bool TryRead(string? text, [NotNullWhen(true)] out string? canonical)
    {
        canonical = null;
        if (text is null || text.Length > LengthMax || !Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri)) return false;
        if (uri.Scheme is not ("http" or "https") || uri.IdnHost.Length == 0) return false;
        var host = uri.IdnHost.ToLowerInvariant().TrimEnd('.');
        if (host.Length == 0) return false;
        // An IPv6 address needs its brackets back.
        if (uri.HostNameType == UriHostNameType.IPv6) host = $"[{host.Trim('[', ']')}]";
        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        canonical = $"{uri.Scheme}://{host}{port}{uri.AbsolutePath}{Query(uri.Query)}";
        if (canonical.Length <= LengthMax) return true;
        canonical = null;
        return false;
    }

    private static string Query(string query)
    {
        if (query.Length <= 1) return "";
        var kept = query[1..].Split('&', StringSplitOptions.RemoveEmptyEntries).Where(parameter => !IsTracking(parameter)).ToList();
        return kept.Count == 0 ? "" : $"?{string.Join('&', kept)}";
    }

    private static bool IsTracking(string parameter)
    {
        var end = parameter.IndexOf('=', StringComparison.Ordinal);
        var name = end < 0 ? parameter : parameter[..end];
        return Tracking.Contains(name) || name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("pk_", StringComparison.OrdinalIgnoreCase) || name.StartsWith("mtm_", StringComparison.OrdinalIgnoreCase);
    }
}
