namespace Aggregator.Intake;

/// <summary>Builds a feed's tree from what a reader meets in it, within the limits, whether or not its tags match.</summary>
internal sealed class FeedTree(Uri? baseUri, FeedLimits limits)
{
    private readonly List<FeedElement> _open = [];
    private int _elementCount;
    private string _unknown = FeedNames.Unknown;

    /// <summary>The outermost element, or null before the first.</summary>
    internal FeedElement? Root { get; private set; }

    /// <summary>True once the limit of elements is reached: nothing more is taken.</summary>
    internal bool IsFull => _elementCount >= limits.ElementCountMax;

    /// <summary>True while an item or entry is open.</summary>
    internal bool IsOpen(string name) => _open.Exists(element => element.Name == name);

    /// <summary>Opens an element. Beyond the depth it is not opened: its text falls to the one around it.</summary>
    /// <param name="prefix">One of ours, see <see cref="FeedNames"/>.</param>
    /// <param name="localName">In any case.</param>
    /// <param name="attributes">Names joined already.</param>
    /// <param name="isEmpty">True when it has no content.</param>
    internal void Open(string prefix, string localName, IReadOnlyList<(string Name, string Value)> attributes, bool isEmpty)
    {
        if (IsFull || _open.Count >= limits.DepthMax || (Root is not null && _open.Count == 0)) return;
        _elementCount++;
        // A feed whose outermost element is in a namespace nobody knows is taken as if it were in none.
        if (Root is null && prefix == FeedNames.Unknown) _unknown = "";
        var parent = _open.Count > 0 ? _open[^1] : null;
        var element = new FeedElement(
            NameOf(prefix, localName), BaseOf(attributes, parent?.BaseUri ?? baseUri), LanguageOf(attributes) ?? parent?.Language);
        foreach (var (name, value) in attributes) element.AddAttribute(name, value);
        parent?.Add(element);
        Root ??= element;
        if (!isEmpty) _open.Add(element);
    }

    /// <summary>Closes the nearest open element of a name, and with it all that were left open in it; none is no harm.</summary>
    internal void Close(string prefix, string localName)
    {
        var name = NameOf(prefix, localName);
        var index = _open.FindLastIndex(element => element.Name == name);
        if (index >= 0) _open.RemoveRange(index, _open.Count - index);
    }

    internal void Text(string text)
    {
        if (text.Length > 0 && _open.Count > 0 && !IsFull) _open[^1].Add(text);
    }

    private string NameOf(string prefix, string localName) => FeedNames.Join(prefix == FeedNames.Unknown ? _unknown : prefix, localName);

    private static Uri? BaseOf(IReadOnlyList<(string Name, string Value)> attributes, Uri? inherited)
    {
        var said = attributes.FirstOrDefault(attribute => attribute.Name == "xml:base").Value;
        return said is null ? inherited : WebAddress.Resolve(said, inherited) ?? inherited;
    }

    private static string? LanguageOf(IReadOnlyList<(string Name, string Value)> attributes) =>
        attributes.FirstOrDefault(attribute => attribute.Name == "xml:lang").Value is { Length: > 0 and < 40 } said ? said.Trim() : null;
}
