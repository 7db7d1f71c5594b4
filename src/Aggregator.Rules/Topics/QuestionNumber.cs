namespace Aggregator.Topics;

/// <summary>A number of an event that a question can set a minimum for.</summary>
public enum QuestionNumber
{
    /// <summary>Articles.</summary>
    Articles,
    /// <summary>Outlets.</summary>
    Outlets,
    /// <summary>Independent voices.</summary>
    Voices,
    /// <summary>Claimants.</summary>
    Claimants,
}
