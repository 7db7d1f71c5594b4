using System.Buffers;

namespace Aggregator.Intake;

/// <summary>Reads addresses of the web as feeds write them.</summary>
internal static class WebAddress
{
    private const int LengthMax = 4_000;

    private static readonly SearchValues<char> SchemeLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");

    /// <summary>An absolute http or https address, made whole where it is relative; null when it can't be one.</summary>
    /// <param name="text">The address as written; blanks around and line breaks within are dropped.</param>
    /// <param name="baseUri">What it is relative to, or null.</param>
    internal static Uri? Resolve(string? text, Uri? baseUri)
    {
        if (text is null || text.Length > LengthMax) return null;
        var clean = text.Trim().ReplaceLineEndings("");
        if (clean.Length == 0) return null;
        // "/path" would be a file to the platform: only with a scheme of its own is an address absolute.
        var address = HasScheme(clean) && Uri.TryCreate(clean, UriKind.Absolute, out var absolute) ? absolute
            : baseUri is not null && Uri.TryCreate(baseUri, clean, out var joined) ? joined
            : null;
        return address is { Scheme: "http" or "https", Host.Length: > 0 } ? address : null;
    }

    /// <summary>As <see cref="Resolve"/>, as text.</summary>
    internal static string? ResolveText(string? text, Uri? baseUri) => Resolve(text, baseUri)?.AbsoluteUri;

    private static bool HasScheme(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && char.IsAsciiLetter(text[0]) && !text.AsSpan(0, colon).ContainsAnyExcept(SchemeLetters);
    }
}
