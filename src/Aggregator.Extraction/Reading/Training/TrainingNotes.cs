namespace Aggregator.Extraction.Reading.Training;

/// <summary>What a trained model's card says: from which files, by which licences, and how well it reads what it was not trained on.</summary>
public static class TrainingNotes
{
    /// <summary>The licences of the treebanks that the English model is trained from.</summary>
    public const string EnglishLicence =
        "Weights derived from UD English EWT (Silveira et al. 2014; Universal Dependencies; CC BY-SA 4.0) and from the news, interview, speech, "
        + "bio and textbook parts of UD English GUM (Zeldes 2017; annotations CC BY 4.0, texts under CC BY and compatible licences).";

    /// <summary>The names of the training files and of the command, for the card.</summary>
    public static string Provenance(IEnumerable<string> treebanks) =>
        $"UD English EWT and UD English GUM, training parts (aggregator train --conllu {string.Join(' ', treebanks.Select(Path.GetFileName))})";

    /// <summary>A line of scores for each held-out treebank, with gold and with own tokens.</summary>
    public static string Scores(ReadingModel model, IEnumerable<string> treebanks) =>
        string.Join('\n', treebanks.Select(treebank => ScoreLine(model, treebank)));

    private static string ScoreLine(ReadingModel model, string treebank)
    {
        var gold = ParserEvaluation.WithGoldTokens(model, treebank);
        var own = ParserEvaluation.WithOwnTokens(model, treebank);
        return $"{Path.GetFileName(treebank)}: {gold}; own tokens: {own}";
    }
}
