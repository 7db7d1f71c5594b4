namespace Aggregator.Intake;

/// <summary>
/// Reads XML that is not well-formed as well as it can be: unmatched and unclosed tags, undeclared prefixes and
/// entities, bare ampersands and angle brackets, unquoted attributes, junk before the first tag, an end that is missing.
/// It never fails, knows no document types, and takes time linear in the text.
/// </summary>
internal sealed class TolerantXml
{
    private readonly string _text;
    private readonly FeedTree _tree;
    private readonly PrefixScopes _scopes = new();
    private readonly NextIndex _tags;
    private readonly NextIndex _commentEnds;
    private readonly NextIndex _literalEnds;
    private readonly NextIndex _tagEnds;
    private readonly TolerantTag _tag;
    private bool _bracketsMatch = true;

    private TolerantXml(string text, FeedTree tree)
    {
        _text = text;
        _tree = tree;
        _tags = new NextIndex(text, "<");
        _commentEnds = new NextIndex(text, "-->");
        _literalEnds = new NextIndex(text, "]]>");
        _tagEnds = new NextIndex(text, ">");
        _tag = new TolerantTag(text);
    }

    /// <summary>The tree, or null when there is no tag at all.</summary>
    internal static FeedElement? Read(string text, Uri? baseUri, FeedLimits limits)
    {
        var tree = new FeedTree(baseUri, limits);
        new TolerantXml(text, tree).Read();
        return tree.Root;
    }

    private void Read()
    {
        var position = 0;
        while (position < _text.Length && !_tree.IsFull)
        {
            var tag = _tags.From(position);
            if (tag < 0) tag = _text.Length;
            if (tag > position) _tree.Text(XmlText.Decode(_text.AsSpan(position, tag - position)));
            if (tag < _text.Length) tag = ReadMarkup(tag);
            position = tag;
        }
    }

    /// <summary>Reads what starts with the angle bracket at a place; returns where it ends.</summary>
    private int ReadMarkup(int start)
    {
        var rest = _text.AsSpan(start);
        if (rest.StartsWith("<!--")) return PastOr(_commentEnds, start + 4, 3, _tagEnds);
        if (rest.StartsWith("<![CDATA[")) return ReadLiteral(start + 9);
        if (rest.StartsWith("<!")) return PastDeclaration(start + 2);
        if (rest.StartsWith("<?")) return PastOr(_tagEnds, start, 1, _tagEnds);
        if (rest.StartsWith("</") && TolerantTag.StartsName(_text, start + 2)) return ReadEndTag(start + 2);
        if (TolerantTag.StartsName(_text, start + 1)) return ReadStartTag(start + 1);
        _tree.Text("<");
        return start + 1;
    }

    private int ReadLiteral(int start)
    {
        var end = _literalEnds.From(start);
        if (end < 0) end = _text.Length;
        _tree.Text(XmlText.Clean(_text.AsSpan(start, end - start)));
        return Math.Min(_text.Length, end + 3);
    }

    /// <summary>Passes a document type with its internal part in square brackets.</summary>
    private int PastDeclaration(int start)
    {
        var depth = 0;
        for (var i = start; i < _text.Length && _bracketsMatch; i++)
        {
            var letter = _text[i];
            if (letter == '[') depth++;
            else if (letter == ']') depth--;
            else if (letter == '>' && depth <= 0) return i + 1;
        }
        // No end: its brackets do not match, so from here on declarations end where tags would.
        _bracketsMatch = false;
        return PastOr(_tagEnds, start, 1, _tagEnds);
    }

    private int PastOr(NextIndex wanted, int start, int length, NextIndex otherwise)
    {
        var end = wanted.From(start);
        if (end >= 0) return end + length;
        end = otherwise.From(start);
        return end < 0 ? _text.Length : end + 1;
    }

    private int ReadEndTag(int start)
    {
        var end = TolerantTag.NameEnd(_text, start);
        var (prefix, localName) = _scopes.Resolve(_text.AsSpan(start, end - start), isAttribute: false);
        _tree.Close(prefix, localName);
        var close = _tagEnds.From(end);
        var next = _tags.From(end);
        if (close >= 0 && (next < 0 || close < next)) return close + 1;
        return next < 0 ? _text.Length : next;
    }

    private int ReadStartTag(int start)
    {
        var end = _tag.Read(start);
        _scopes.Declare(_tag.Attributes);
        var (prefix, localName) = _scopes.Resolve(_tag.Name, isAttribute: false);
        // An item within an item is one whose end tag is missing.
        if (localName is "item" or "entry" && _tree.IsOpen(FeedNames.Join(prefix, localName))) _tree.Close(prefix, localName);
        var attributes = new List<(string, string)>(_tag.Attributes.Count);
        foreach (var (name, value) in _tag.Attributes)
        {
            if (name.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase)) continue;
            var (attributePrefix, attributeName) = _scopes.Resolve(name, isAttribute: true);
            attributes.Add((FeedNames.Join(attributePrefix, attributeName), value));
        }
        _tree.Open(prefix, localName, attributes, _tag.IsEmpty || localName is "br" or "hr" or "img" or "wbr");
        return end;
    }
}
