namespace Aggregator.Extraction.Reading.Network;

/// <summary>The network's sizes. A change here asks for a new training.</summary>
internal static class NetworkShape
{
    /// <summary>Numbers that describe a word in its sentence.</summary>
    internal const int Width = 96;

    /// <summary>Numbers that a state of the parser is weighed by.</summary>
    internal const int HiddenWidth = 64;

    /// <summary>Numbers that an arc is weighed by when it is named.</summary>
    internal const int ArcWidth = 64;

    /// <summary>Columns that hold each word's share in a state, one stretch of <see cref="HiddenWidth"/> for each place it may stand at.</summary>
    internal const int PlaceColumns = StateFeatures.PlaceCount * HiddenWidth;

    /// <summary>Columns that hold each word's share in an arc: first as the dependent, then as the head.</summary>
    internal const int ArcColumns = 2 * ArcWidth;

    /// <summary>Columns for the tags; at most as many tags are learnt.</summary>
    internal const int TagColumns = 96;

    /// <summary>Columns for the relations.</summary>
    internal const int RelationColumns = 64;

    /// <summary>The layers, from the words up: each word with its neighbours, then with all that stands before and behind it, then with its neighbours.</summary>
    internal static ReadOnlySpan<bool> IsGated => [false, true, false];

    /// <summary>How many numbers a layer takes of a word, and how many it makes.</summary>
    internal static (int Inner, int Columns) OfLayer(int layer) => IsGated[layer] ? (Width, 2 * Width) : (3 * Width, Width);
}
