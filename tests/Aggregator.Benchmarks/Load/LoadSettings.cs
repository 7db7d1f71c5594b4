using System.Globalization;

namespace Aggregator.Load;

/// <summary>What a load run is told: <c>--url URL --file FILE --topic ID --count N --stored N --clients N --seconds N --seed N</c>.</summary>
internal sealed record LoadSettings
{
    /// <summary>The running server.</summary>
    public Uri Url { get; init; } = new("http://127.0.0.1:5080");

    /// <summary>NDJSON of articles to post; null makes them up.</summary>
    public string? File { get; init; }

    /// <summary>The topic to read or follow.</summary>
    public string Topic { get; init; } = "calls";

    /// <summary>Articles to post.</summary>
    public int Count { get; init; } = 2_000;

    /// <summary>Events that are stored and not open; 0 times those that are open.</summary>
    public int Stored { get; init; }

    /// <summary>Clients or followers at once.</summary>
    public int Clients { get; init; } = 4;

    /// <summary>How long reads go on.</summary>
    public int Seconds { get; init; } = 10;

    /// <summary>Where chance begins, so that a run can be had again.</summary>
    public int Seed { get; init; } = 1;

    internal static LoadSettings Parse(string[] arguments)
    {
        var settings = new LoadSettings();
        foreach (var pair in arguments.Chunk(2))
        {
            var value = pair.Length == 2 ? pair[1] : throw new ArgumentException($"{pair[0]} needs a value.");
            settings = pair[0] switch
            {
                "--url" => settings with { Url = new Uri(value) },
                "--file" => settings with { File = value },
                "--topic" => settings with { Topic = value },
                "--count" => settings with { Count = int.Parse(value, CultureInfo.InvariantCulture) },
                "--stored" => settings with { Stored = int.Parse(value, CultureInfo.InvariantCulture) },
                "--clients" => settings with { Clients = int.Parse(value, CultureInfo.InvariantCulture) },
                "--seconds" => settings with { Seconds = int.Parse(value, CultureInfo.InvariantCulture) },
                "--seed" => settings with { Seed = int.Parse(value, CultureInfo.InvariantCulture) },
                _ => throw new ArgumentException($"There is no option {pair[0]}."),
            };
        }
        return settings;
    }
}
