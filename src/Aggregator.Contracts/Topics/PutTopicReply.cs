namespace Aggregator.Topics;

/// <summary>What became of a topic's definition.</summary>
[GenerateSerializer, Immutable, Alias("put-topic-reply")]
public sealed record PutTopicReply
{
    /// <summary>The definition as it now stands, or null when it was refused.</summary>
    [Id(0)] public TopicDefinition? Definition { get; init; }

    /// <summary>True when the topic is new.</summary>
    [Id(1)] public bool Created { get; init; }

    /// <summary>Why it was refused, or null.</summary>
    [Id(2)] public QuestionError? Error { get; init; }
}
