namespace Aggregator.Extraction.Reading.Network;

/// <summary>The room that the network reads one sentence at a time in. Not safe for two threads at once.</summary>
internal sealed class NetworkRoom
{
    private const int Words = Reader.SentenceTokensMax;

    /// <summary>What is known of each word, layer upon layer.</summary>
    internal float[] Stream { get; } = new float[Words * NetworkShape.Width];

    /// <summary>The same, normed, with a row of zeros before and behind.</summary>
    internal short[] Normed { get; } = new short[(Words + 2) * NetworkShape.Width];

    /// <summary>A matrix's results.</summary>
    internal int[] Sums { get; } = new int[Words * NetworkShape.PlaceColumns];

    /// <summary>Each word's share in a state of the parser, place after place.</summary>
    internal short[] Places { get; } = new short[Words * NetworkShape.PlaceColumns];

    /// <summary>At which places each word's share has been worked out, a bit each.</summary>
    internal byte[] KnownPlaces { get; } = new byte[Words];

    /// <summary>Each word's share in an arc.</summary>
    internal short[] Arcs { get; } = new short[Words * NetworkShape.ArcColumns];

    /// <summary>What arcs are weighed by, one behind the other.</summary>
    internal short[] ArcSums { get; } = new short[Words * NetworkShape.ArcWidth];

    /// <summary>Where a word's share at a place begins.</summary>
    internal static int PlaceStart(int place, int word) => ((place * Words) + word) * NetworkShape.HiddenWidth;
}
