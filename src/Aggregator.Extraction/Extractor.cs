using Aggregator.Extraction.Figures;
using Aggregator.Extraction.Frames;
using Aggregator.Extraction.Lexicon;
using Aggregator.Extraction.Mentions;
using Aggregator.Extraction.Reading;
using Aggregator.Intake;

namespace Aggregator.Extraction;

/// <summary>
/// The extractor that comes with the project: names from the lexicon, a parsed sentence, frames over the tree, figures and dates by
/// grammar. Holds nothing of a document; one serves any number of threads.
/// </summary>
public sealed class Extractor : IExtractor, IOutletDirectory
{
    private readonly Gazetteer _gazetteer;
    private readonly MentionReader _mentions;
    private readonly Reader _reader;
    private readonly ArticleReading _articles;
    private readonly HeadlineFigures _headlines;

    private Extractor(Gazetteer gazetteer, FrameSet frames, ReadingModel model)
    {
        _gazetteer = gazetteer;
        _mentions = new MentionReader(gazetteer);
        _reader = new Reader(model);
        _articles = new ArticleReading(frames);
        _headlines = new HeadlineFigures(frames, _mentions, _reader);
        PartyNames = gazetteer.PartyNames;
        // The module's id is a hash of what was compiled: the rules, and the model inside.
        Version = $"{gazetteer.Version}-{frames.Version}-{typeof(Extractor).Assembly.ManifestModule.ModuleVersionId:N}";
    }

    /// <inheritdoc/>
    public string Version { get; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> PartyNames { get; }

    /// <summary>Loads the built-in lexicon, frames and model, and a user's folder over the first two.</summary>
    /// <param name="folder">The folder of the user's own files, which need not have every file; null for the built-in ones alone.</param>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="LexiconException">A line of a file is refused; the exception names file, line and reason.</exception>
    public static Extractor Load(string? folder = null)
    {
        // The names take as long as all the rest.
        var rest = Task.Run(() => (FrameSet.Load(folder), ReadingModel.English));
        var gazetteer = Gazetteer.Load(folder);
        var (frames, model) = rest.GetAwaiter().GetResult();
        return new Extractor(gazetteer, frames, model);
    }

    /// <inheritdoc/>
    public OutletStanding? Find(string nameOrDomain)
    {
        ArgumentNullException.ThrowIfNull(nameOrDomain);
        var outlet = _gazetteer.OutletOf(nameOrDomain) ?? _gazetteer.Find(nameOrDomain).OfType<OutletSense>().FirstOrDefault();
        return outlet is null ? null : new OutletStanding(outlet.Family, outlet.Type == "agency");
    }

    /// <inheritdoc/>
    public IReadOnlyList<Report> Extract(Document document, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (TextLanguage.Of(document.Text) != TextLanguage.English) return [];
        var mentions = _mentions.Read(document.Text, document.Published);
        cancellation.ThrowIfCancellationRequested();
        using var read = _reader.Read(document.Text, mentions.Units);
        return _headlines.AddTo(document, _articles.Read(document, read, mentions, cancellation));
    }
}
