using System.Text.Json;

namespace Aggregator.Demo;

/// <summary>Reads steps from lines of JSON and holds them to the order in which they claim to have happened.</summary>
internal static class DemoScript
{
    /// <summary>Reads one step a line until the reader ends.</summary>
    /// <param name="lines">The lines; an empty one is refused like any other bad one.</param>
    /// <param name="name">What to call the file in an error.</param>
    /// <exception cref="InvalidDataException">
    /// A line is not a step, goes back in time, repeats a text, or withdraws what was not there. The message names the line.
    /// </exception>
    public static IReadOnlyList<DemoStep> Read(TextReader lines, string name)
    {
        var steps = new List<DemoStep>();
        var current = new Dictionary<string, DemoSubmission>(StringComparer.Ordinal);
        while (lines.ReadLine() is { } line)
        {
            var at = $"{name} line {steps.Count + 1}";
            var step = Parse(line, at);
            if (steps.Count > 0 && step.PublishedAt < steps[^1].PublishedAt)
                throw new InvalidDataException($"{at}: published {step.PublishedAt:O}, before the line above it.");
            Play(step, current, at);
            steps.Add(step);
        }
        return steps;
    }

    private static DemoStep Parse(string line, string at)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new InvalidDataException($"{at}: not a JSON object.");
            return document.RootElement.TryGetProperty("withdraw", out _)
                ? document.Deserialize(DemoJson.Default.WithdrawalLine)!.ToStep()
                : document.Deserialize(DemoJson.Default.SubmissionLine)!.ToStep();
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{at}: {fault.Message}", fault);
        }
    }

    private static void Play(DemoStep step, Dictionary<string, DemoSubmission> current, string at)
    {
        var before = current.GetValueOrDefault(step.ArticleId);
        switch (step)
        {
            case DemoWithdrawal when before is null:
                throw new InvalidDataException($"{at}: withdraws '{step.ArticleId}', which is not there.");
            case DemoWithdrawal:
                current.Remove(step.ArticleId);
                break;
            case DemoSubmission article when before?.Text == article.Text:
                throw new InvalidDataException($"{at}: says '{step.ArticleId}' again with the same text.");
            case DemoSubmission article when before is not null && before.Url != article.Url:
                throw new InvalidDataException($"{at}: revises '{step.ArticleId}' under another address.");
            case DemoSubmission article:
                current[step.ArticleId] = article;
                break;
        }
    }
}
