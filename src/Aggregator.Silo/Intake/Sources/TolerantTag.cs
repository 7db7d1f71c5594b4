namespace Aggregator.Intake;

/// <summary>One start tag as found, with its attributes however they are quoted.</summary>
internal sealed class TolerantTag(string text)
{
    private const int AttributeCountMax = 100;
    private readonly List<(string Name, string Value)> _attributes = [];
    private readonly NextIndex _doubleQuotes = new(text, "\"");
    private readonly NextIndex _singleQuotes = new(text, "'");

    /// <summary>The tag's name with its prefix, as written.</summary>
    internal string Name { get; private set; } = "";

    /// <summary>Attributes with their names as written and their values decoded.</summary>
    internal IReadOnlyList<(string Name, string Value)> Attributes => _attributes;

    /// <summary>True when it closes itself.</summary>
    internal bool IsEmpty { get; private set; }

    internal static bool StartsName(string text, int index) => index < text.Length && (char.IsLetter(text[index]) || text[index] == '_');

    internal static int NameEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-' or '.' or ':')) end++;
        return end;
    }

    /// <summary>Reads a tag whose name starts at a place; returns where it ends.</summary>
    internal int Read(int start)
    {
        _attributes.Clear();
        IsEmpty = false;
        var position = NameEnd(text, start);
        Name = text[start..position];
        while (position < text.Length)
        {
            var letter = text[position];
            if (letter == '<') return position;
            if (letter == '>') return position + 1;
            IsEmpty = letter == '/';
            position = StartsName(text, position) ? ReadAttribute(position) : position + 1;
        }
        return position;
    }

    private int ReadAttribute(int start)
    {
        var nameEnd = NameEnd(text, start);
        var position = PastBlanks(nameEnd);
        if (position >= text.Length || text[position] != '=') return nameEnd;
        position = PastBlanks(position + 1);
        var (valueStart, valueEnd, next) = ReadValue(position);
        if (_attributes.Count < AttributeCountMax)
            _attributes.Add((text[start..nameEnd], XmlText.Decode(text.AsSpan(valueStart, valueEnd - valueStart))));
        return next;
    }

    private (int Start, int End, int Next) ReadValue(int position)
    {
        var quote = position < text.Length ? text[position] : ' ';
        if (quote is '"' or '\'')
        {
            var end = (quote == '"' ? _doubleQuotes : _singleQuotes).From(position + 1);
            if (end >= 0) return (position + 1, end, end + 1);
            position++;
        }
        var bare = position;
        while (bare < text.Length && !char.IsWhiteSpace(text[bare]) && text[bare] is not ('<' or '>')) bare++;
        return (position, bare, bare);
    }

    private int PastBlanks(int position)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position])) position++;
        return position;
    }
}
