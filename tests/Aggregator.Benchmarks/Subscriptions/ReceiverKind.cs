namespace Aggregator.Subscriptions;

/// <summary>How a receiver of webhooks behaves.</summary>
internal enum ReceiverKind
{
    /// <summary>Answers 204 at once.</summary>
    Good,
    /// <summary>Takes the request and never answers.</summary>
    Hangs,
    /// <summary>Answers 500.</summary>
    Fails,
    /// <summary>Answers 410.</summary>
    Gone,
}
