using System.ComponentModel.DataAnnotations;

namespace Aggregator.Hosting;

/// <summary>Where a user's own lexicon lies; configuration section <c>Lexicon</c>.</summary>
internal sealed class LexiconOptions
{
    /// <summary>The folder of the user's own lexicon and frame files, read over the built-in ones; null for none. Default null.</summary>
    public string? Folder { get; set; }

    /// <summary>Seconds between looks whether a file has changed. Default 5.</summary>
    [Range(0.1, 3_600)] public double LookSeconds { get; set; } = 5;
}
