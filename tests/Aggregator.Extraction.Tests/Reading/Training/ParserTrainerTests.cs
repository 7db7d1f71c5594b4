using Xunit;

namespace Aggregator.Extraction.Reading.Training;

public sealed class ParserTrainerTests
{
    [Fact]
    public void Train_TinyTreebank_ReadsItAndItsLikeWithoutFault()
    {
        using var treebank = new TinyTreebank();
        var told = new List<string>();
        var model = ParserTrainer.Train(TinyTreebank.Options(treebank.Path), new Listener(told), TestContext.Current.CancellationToken);
        var scores = ParserEvaluation.WithGoldTokens(model, treebank.Path);
        Assert.Equal(new ParserScores(320, 100, 100, 100, 100), scores);
        var own = ParserEvaluation.WithOwnTokens(model, treebank.Path);
        Assert.Equal(new OwnTokenScores(100, 100, 100, 100, 100), own);
        Assert.Contains(told, line => line.StartsWith("pass 12", StringComparison.Ordinal));
        using var read = new Reader(model).Read("The pilots met workers.");
        Assert.Equal(1, read[0].Child(read[0].Root, Relation.Nsubj));
    }

    [Fact]
    public void Train_Twice_GivesTheSameModel()
    {
        using var treebank = new TinyTreebank();
        Assert.Equal(Saved(treebank), Saved(treebank));
    }

    [Fact]
    public void Save_Model_ReadsBackWithItsCardAndWeights()
    {
        using var treebank = new TinyTreebank();
        var model = ParserTrainer.Train(TinyTreebank.Options(treebank.Path), cancel: TestContext.Current.CancellationToken).With(new ModelCard("tiny", "ours", "all right"));
        using var file = new MemoryStream();
        model.Save(file);
        file.Position = 0;
        var loaded = ReadingModel.Load(file);
        Assert.Equal(model.Card, loaded.Card);
        Assert.Equal(ParserEvaluation.WithGoldTokens(model, treebank.Path), ParserEvaluation.WithGoldTokens(loaded, treebank.Path));
    }

    [Fact]
    public void Load_DamagedFile_IsRefused()
    {
        using var treebank = new TinyTreebank();
        var bytes = Saved(treebank);
        Assert.Throws<InvalidDataException>(() => ReadingModel.Load(new MemoryStream("no model at all"u8.ToArray())));
        Assert.Throws<InvalidDataException>(() => ReadingModel.Load(new MemoryStream(bytes[..(bytes.Length / 2)])));
        bytes[8] = 99;
        Assert.Contains("version 99", Assert.Throws<InvalidDataException>(() => ReadingModel.Load(new MemoryStream(bytes))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void English_EmbeddedModel_SaysWhereItComesFrom()
    {
        Assert.Contains("English EWT", ReadingModel.English.Card.Provenance, StringComparison.Ordinal);
        Assert.Contains("CC BY-SA 4.0", ReadingModel.English.Card.Licence, StringComparison.Ordinal);
        Assert.Contains("LAS", ReadingModel.English.Card.Scores, StringComparison.Ordinal);
    }

    private static byte[] Saved(TinyTreebank treebank)
    {
        using var file = new MemoryStream();
        ParserTrainer.Train(TinyTreebank.Options(treebank.Path), cancel: TestContext.Current.CancellationToken).Save(file);
        return file.ToArray();
    }

    private sealed class Listener(List<string> told) : IProgress<string>
    {
        public void Report(string value) => told.Add(value);
    }
}
