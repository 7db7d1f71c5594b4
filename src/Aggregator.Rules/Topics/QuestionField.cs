namespace Aggregator.Topics;

/// <summary>What a condition of a question looks at.</summary>
public enum QuestionField
{
    /// <summary>A word or phrase in the event's sentences and headlines.</summary>
    Word,
    /// <summary>The kind; <c>casualties</c> also finds events of other kinds that carry a figure.</summary>
    Kind,
    /// <summary>The status.</summary>
    Status,
    /// <summary>One who acts, by code or name.</summary>
    Actor,
    /// <summary>One who has it done to them, by code or name.</summary>
    Recipient,
    /// <summary>Either, by code or name.</summary>
    Party,
    /// <summary>The place, by its country's code or by name.</summary>
    Place,
    /// <summary>An outlet that reported it.</summary>
    Outlet,
    /// <summary>Somebody whom a report or a figure is attributed to.</summary>
    Claimant,
}
