namespace Aggregator.Intake;

/// <summary>Finds addresses in Link headers by their relation (RFC 8288).</summary>
internal static class LinkHeader
{
    /// <summary>The first address of a relation, absolute http or https, or null.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="relation">The relation, in small letters.</param>
    /// <param name="address">Where it came from.</param>
    internal static string? Find(HttpResponseMessage response, string relation, Uri address) =>
        !response.Headers.TryGetValues("Link", out var values) ? null
        : values.SelectMany(Links).Where(link => Relations(link.Parameters).Contains(relation, StringComparer.OrdinalIgnoreCase))
            .Select(link => WebAddress.ResolveText(link.Target, address)).FirstOrDefault(url => url is not null);

    /// <summary>The links of a value, each with its parameters as they are written.</summary>
    private static IEnumerable<(string Target, string Parameters)> Links(string value)
    {
        for (var start = value.IndexOf('<', StringComparison.Ordinal); start >= 0;)
        {
            var end = value.IndexOf('>', start);
            if (end < 0) yield break;
            var next = EndOf(value, end + 1);
            yield return (value[(start + 1)..end].Trim(), value[(end + 1)..next]);
            start = value.IndexOf('<', next);
        }
    }

    /// <summary>Where a link ends: at a comma that is not quoted.</summary>
    private static int EndOf(string value, int from)
    {
        var isQuoted = false;
        for (var at = from; at < value.Length; at++)
        {
            if (value[at] == '"') isQuoted = !isQuoted;
            else if (value[at] == ',' && !isQuoted) return at;
        }
        return value.Length;
    }

    private static string[] Relations(string parameters)
    {
        foreach (var parameter in parameters.Split(';', StringSplitOptions.TrimEntries))
        {
            if (parameter.Split('=', 2, StringSplitOptions.TrimEntries) is [var name, var said] && name.Equals("rel", StringComparison.OrdinalIgnoreCase))
                return said.Trim('"').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        }
        return [];
    }
}
