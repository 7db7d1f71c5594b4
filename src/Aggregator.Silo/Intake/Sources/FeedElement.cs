using System.Text;

namespace Aggregator.Intake;

/// <summary>An element of a feed's tree, its namespace reduced to one of our prefixes (see <see cref="FeedNames"/>).</summary>
internal sealed class FeedElement(string name, Uri? baseUri, string? language)
{
    private readonly List<object> _content = [];
    private readonly List<(string Name, string Value)> _attributes = [];

    /// <summary>Prefix, colon and local name in lower case: <c>atom:entry</c>; just the name for RSS and no namespace.</summary>
    internal string Name { get; } = name;

    /// <summary>The name without its prefix.</summary>
    internal string LocalName => Name[(Name.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>What relative addresses here are relative to, or null.</summary>
    internal Uri? BaseUri { get; } = baseUri;

    /// <summary>The language that holds here by <c>xml:lang</c>, or null.</summary>
    internal string? Language { get; } = language;

    internal IEnumerable<FeedElement> Children => _content.OfType<FeedElement>();

    internal bool HasChildren => _content.Exists(part => part is FeedElement);

    /// <summary>All text within, trimmed; may be empty.</summary>
    internal string Text
    {
        get
        {
            if (_content is [string only]) return only.Trim();
            var text = new StringBuilder();
            WriteText(text);
            return text.ToString().Trim();
        }
    }

    internal string? Attribute(string name)
    {
        foreach (var attribute in _attributes)
        {
            if (attribute.Name == name) return attribute.Value.Trim();
        }
        return null;
    }

    /// <summary>The children of any of some names, in the document's order.</summary>
    internal IEnumerable<FeedElement> All(params string[] names) => Children.Where(child => names.Contains(child.Name));

    /// <summary>The first child of the first name that has any; names stand in the order of preference.</summary>
    internal FeedElement? First(params string[] names)
    {
        foreach (var name in names)
        {
            foreach (var child in Children)
            {
                if (child.Name == name) return child;
            }
        }
        return null;
    }

    /// <summary>The first text that is not blank among children of some names in the order of preference, or null.</summary>
    internal string? FirstText(params string[] names)
    {
        foreach (var name in names)
        {
            foreach (var child in Children)
            {
                if (child.Name == name && child.Text is { Length: > 0 } text) return text;
            }
        }
        return null;
    }

    internal void Add(FeedElement child) => _content.Add(child);

    internal void Add(string text) => _content.Add(text);

    /// <summary>Adds an attribute; of two of one name the first stands.</summary>
    internal void AddAttribute(string name, string value)
    {
        if (!_attributes.Exists(attribute => attribute.Name == name)) _attributes.Add((name, value));
    }

    /// <summary>Text (string) and elements in their order; a run of text may be in several parts.</summary>
    internal IReadOnlyList<object> Content => _content;

    internal IReadOnlyList<(string Name, string Value)> Attributes => _attributes;

    private void WriteText(StringBuilder text)
    {
        foreach (var part in _content)
        {
            if (part is FeedElement child) child.WriteText(text);
            else text.Append((string)part);
        }
    }
}
