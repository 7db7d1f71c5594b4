namespace Aggregator.Extraction.Frames;

/// <summary>What a light verb's subject is to the happening that the verb's noun tells.</summary>
internal enum LightSubject : byte
{
    /// <summary>Nothing: "talks took place".</summary>
    None,
    /// <summary>It does it: "held talks".</summary>
    Actor,
    /// <summary>It has it done to it: "came under fire".</summary>
    Recipient,
}

/// <summary>A verb that carries a noun, from <c>light.tsv</c>.</summary>
/// <param name="Hangs">How the noun hangs on it: <c>obj</c>, <c>subj</c> or a preposition.</param>
/// <param name="Subject">What its subject is.</param>
/// <param name="Status">The status it gives, or null for what its form tells.</param>
/// <param name="Further">Its particles.</param>
internal sealed record LightVerb(string Hangs, LightSubject Subject, EventStatus? Status, string[] Further);
