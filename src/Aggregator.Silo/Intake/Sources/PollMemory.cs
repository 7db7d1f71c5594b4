using System.Text.Json;

namespace Aggregator.Intake;

/// <summary>What polling remembers of a source from one poll to the next.</summary>
internal sealed record PollMemory
{
    /// <summary>The ETag of the last answer that was taken in whole, or null.</summary>
    public string? ETag { get; init; }

    /// <summary>Its Last-Modified header, or null.</summary>
    public string? LastModified { get; init; }

    /// <summary>Where the feed moved for good, or null.</summary>
    public string? MovedTo { get; init; }

    /// <summary>New entries a day, or null.</summary>
    public double? EntriesPerDay { get; init; }

    /// <summary>Polls that went well.</summary>
    public int GoodPollCount { get; init; }

    /// <summary>Until when the host asked to be left alone, UTC, or null.</summary>
    public DateTimeOffset? PatientUntil { get; init; }

    /// <summary>What the feed last said of its pace, for polls that bring nothing; minutes, or null.</summary>
    public double? PaceMinutes { get; init; }

    /// <summary>See <see cref="SeenItems"/>.</summary>
    public string? Seen { get; init; }

    /// <summary>The subscription at the hub that the feed names, or null.</summary>
    public PushMemory? Push { get; init; }

    /// <summary>Without a hub, and without validators: the next answer has to be a whole one, that it may name the hub again.</summary>
    internal PollMemory WithoutHub() => this with { Push = null, ETag = null, LastModified = null };

    /// <summary>Reads the store's text; what is not ours is an empty memory, which only costs a poll.</summary>
    internal static PollMemory Parse(string json)
    {
        try
        {
            return json.Length == 0 ? new PollMemory() : JsonSerializer.Deserialize(json, PollJson.Default.PollMemory) ?? new PollMemory();
        }
        catch (JsonException)
        {
            return new PollMemory();
        }
    }

    /// <summary>The store's text.</summary>
    internal string ToJson() => JsonSerializer.Serialize(this, PollJson.Default.PollMemory);
}
