using System.CommandLine;
using Aggregator.Extraction.Reading;
using Aggregator.Extraction.Reading.Training;

namespace Aggregator.Commands;

/// <summary>
/// <c>aggregator train --conllu FILES --test FILES --out MODEL</c>: trains the reading model and scores it; without <c>--conllu</c> it
/// only scores the model that is there. Exit code 0, or 1 when a file is missing or no treebank or model.
/// </summary>
internal static class TrainCommand
{
    private const int PassesMax = 100;

    /// <summary>The command, to be added to the root.</summary>
    public static Command Create()
    {
        var treebanks = Files("--conllu", "Treebanks to learn from, in CoNLL-U; with none, the model is only scored.");
        var tests = Files("--test", "Treebanks to score on, which must not be among those learnt from.");
        var model = new Option<FileInfo>("--out") { Description = "The model file to write, or to score.", Required = true };
        var passes = new Option<int>("--passes")
        {
            Description = "Passes over the treebanks.",
            DefaultValueFactory = _ => new TrainingOptions { Treebanks = [] }.Passes,
        };
        passes.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > PassesMax) result.AddError($"--passes takes 1 to {PassesMax}.");
        });
        var command = new Command("train", "Train the tagger and parser from treebanks, and score them.") { treebanks, tests, model, passes };
        command.SetAction((arguments, cancellation) => RunAsync(
            Paths(arguments.GetValue(treebanks)),
            Paths(arguments.GetValue(tests)),
            arguments.GetRequiredValue(model).FullName,
            arguments.GetValue(passes),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] treebanks, string[] tests, string path, int passes, CancellationToken cancellation)
    {
        try
        {
            var model = treebanks.Length > 0 ? Train(treebanks, passes, cancellation) : Load(path);
            var scores = TrainingNotes.Scores(model, tests);
            await Console.Out.WriteLineAsync(scores);
            if (treebanks.Length == 0) return 0;
            await using var file = File.Create(path);
            model.With(model.Card with { Scores = scores }).Save(file);
            return 0;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or FormatException or InvalidDataException or ArgumentException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 1;
        }
    }

    private static ReadingModel Train(string[] treebanks, int passes, CancellationToken cancellation)
    {
        var options = new TrainingOptions
        {
            Treebanks = treebanks,
            Passes = passes,
            Provenance = TrainingNotes.Provenance(treebanks),
            Licence = TrainingNotes.EnglishLicence,
        };
        return ParserTrainer.Train(options, new ProgressLines(), cancellation);
    }

    private static ReadingModel Load(string path)
    {
        using var file = File.OpenRead(path);
        return ReadingModel.Load(file);
    }

    private static Option<FileInfo[]> Files(string name, string description) =>
        new(name) { Description = description, AllowMultipleArgumentsPerToken = true };

    private static string[] Paths(FileInfo[]? files) => [.. (files ?? []).Select(file => file.FullName)];

    /// <summary>Writes each line at once, unlike <see cref="Progress{T}"/>, which may change their order.</summary>
    private sealed class ProgressLines : IProgress<string>
    {
        public void Report(string value) => Console.Error.WriteLine(value);
    }
}
