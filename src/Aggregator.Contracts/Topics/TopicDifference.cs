using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Topics;

/// <summary>One way in which what is known of an event differs between two moments.</summary>
[GenerateSerializer, Alias("topic-difference"), JsonConverter(typeof(WireEnumConverter<TopicDifference>))]
public enum TopicDifference
{
    /// <summary>It was not in the topic before.</summary>
    New,
    /// <summary>Its status moved: planned to occurred, occurred to denied.</summary>
    StatusMoved,
    /// <summary>A claimant's figure came, moved or went.</summary>
    FiguresMoved,
    /// <summary>It stands better or worse: another level of corroboration.</summary>
    CorroborationMoved,
    /// <summary>It happened at another time, in another place, or to others than was known before.</summary>
    FactsMoved,
    /// <summary>More reports tell of it.</summary>
    Reported,
    /// <summary>A report of it was revised or taken back.</summary>
    Corrected,
    /// <summary>It became part of another event.</summary>
    Merged,
    /// <summary>It came from another event, or part of it went into one.</summary>
    Split,
    /// <summary>It no longer stands, or no longer answers the question.</summary>
    Retracted,
}
