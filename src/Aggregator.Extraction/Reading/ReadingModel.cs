using Aggregator.Extraction.Reading.Network;

namespace Aggregator.Extraction.Reading;

/// <summary>A trained tagger, parser and labeler. Immutable; any number of readers may share one.</summary>
public sealed class ReadingModel
{
    private const string EmbeddedName = "english.model";
    private static readonly Lazy<ReadingModel> s_english = new(LoadEmbedded);

    internal ReadingModel(ModelCard card, TagSet tags, TagDictionary dictionary, ReadingNetwork network)
    {
        (Card, Tags, Dictionary, Network) = (card, tags, dictionary, network);
        Tagger = new Tagger(tags, network);
        Parser = new Parser(network);
        Labeler = new Labeler(network);
    }

    /// <summary>The model that comes with the library; loaded when first asked for.</summary>
    public static ReadingModel English => s_english.Value;

    /// <summary>What the model says about itself.</summary>
    public ModelCard Card { get; }

    internal TagSet Tags { get; }

    internal TagDictionary Dictionary { get; }

    internal ReadingNetwork Network { get; }

    internal Tagger Tagger { get; }

    internal Parser Parser { get; }

    internal Labeler Labeler { get; }

    /// <summary>Reads a model file.</summary>
    /// <exception cref="InvalidDataException">It is no model file, or one of another version.</exception>
    public static ReadingModel Load(Stream stream) => ModelFile.Read(stream);

    /// <summary>Writes a model file.</summary>
    public void Save(Stream stream) => ModelFile.Write(this, stream);

    /// <summary>The same model with another card.</summary>
    public ReadingModel With(ModelCard card) => new(card, Tags, Dictionary, Network);

    private static ReadingModel LoadEmbedded()
    {
        using var stream = typeof(ReadingModel).Assembly.GetManifestResourceStream(EmbeddedName)
            ?? throw new InvalidOperationException($"The library was built without its {EmbeddedName}.");
        return Load(stream);
    }
}
