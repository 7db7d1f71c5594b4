using Aggregator.Wire;

namespace Aggregator.Http;

/// <summary>The id in an endpoint's path: endpoint metadata, so that one rule checks it and the OpenAPI document shows it.</summary>
/// <param name="Noun">What it names.</param>
/// <param name="Form">Of what form it is.</param>
/// <param name="IsValid">True for a text of that form.</param>
internal sealed record PathId(string Noun, string Form, Func<string, bool> IsValid)
{
    internal const string Slug = "1 to 64 characters of a-z 0-9 -, no dash at either end";

    internal static PathId Of<T>(string noun, string form) where T : struct, IWireText<T> => new(noun, form, text => T.TryParse(text, out _));
}
