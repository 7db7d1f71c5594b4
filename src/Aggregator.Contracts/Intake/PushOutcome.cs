namespace Aggregator.Intake;

/// <summary>What became of a push.</summary>
[GenerateSerializer, Alias("push-outcome")]
public enum PushOutcome
{
    /// <summary>What is new in it is in the inbox.</summary>
    Taken,
    /// <summary>It was signed, but the feed itself has to be asked: the body is no feed, or its items' pages are wanted. The poll is noted.</summary>
    Hint,
    /// <summary>It was not signed as agreed, and ignored.</summary>
    Unverified,
    /// <summary>The inbox is full.</summary>
    Full,
    /// <summary>Nothing is subscribed to under this address.</summary>
    Unknown,
}
