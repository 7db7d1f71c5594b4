namespace Aggregator.Intake;

/// <summary>
/// Namespace prefixes of a document that is not well-formed. A declaration holds from where it stands to the end of the
/// document: scopes can't be told where tags do not match, and feeds declare on their outermost element.
/// The default namespace is the exception: a later one is declared by embedded markup (XHTML) and holds for its names only.
/// </summary>
internal sealed class PrefixScopes
{
    private const int CountMax = 200;
    private readonly Dictionary<string, string> _prefixes = [];

    internal void Declare(IReadOnlyList<(string Name, string Value)> attributes)
    {
        foreach (var (name, value) in attributes)
        {
            if (!name.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase) || _prefixes.Count >= CountMax) continue;
            if (name.Length == 5) _prefixes.TryAdd("", FeedNames.Prefix(value));
            else if (name[5] == ':') _prefixes[name[6..].ToLowerInvariant()] = FeedNames.Prefix(value);
        }
    }

    /// <summary>Our prefix and the local name in lower case.</summary>
    internal (string Prefix, string LocalName) Resolve(ReadOnlySpan<char> name, bool isAttribute)
    {
        var colon = name.IndexOf(':');
        var lower = name[(colon + 1)..].ToString().ToLowerInvariant();
        if (colon < 0) return (isAttribute ? "" : _prefixes.GetValueOrDefault("", ""), lower);
        var prefix = name[..colon].ToString().ToLowerInvariant();
        return (_prefixes.TryGetValue(prefix, out var known) ? known : FeedNames.Undeclared(prefix), lower);
    }
}
