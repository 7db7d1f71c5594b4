namespace Aggregator.Extraction.Reading.Training;

/// <summary>Shows some training sentences as headlines and careless writers have them: in capitals, small letters or title case.</summary>
internal static class Recasing
{
    internal static string[] Apply(string[] forms, Random random, double chance)
    {
        if (random.NextDouble() >= chance) return forms;
        return random.Next(5) switch
        {
            0 => [.. forms.Select(form => form.ToUpperInvariant())],
            1 => [.. forms.Select(form => form.ToLowerInvariant())],
            _ => [.. forms.Select(form => form.Length > 3 ? string.Concat(form[..1].ToUpperInvariant(), form.AsSpan(1)) : form)],
        };
    }
}
