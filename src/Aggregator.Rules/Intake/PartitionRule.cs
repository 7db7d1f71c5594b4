namespace Aggregator.Intake;

/// <summary>Which partition of the inbox an article belongs to.</summary>
public static class PartitionRule
{
    /// <summary>The partition: FNV-1a over the id, so the same on every machine and for good.</summary>
    /// <param name="id">The article.</param>
    /// <param name="partitionCount">How many there are, 1 or more.</param>
    /// <returns>From 0 to one below the count.</returns>
    public static int Of(ArticleId id, int partitionCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(partitionCount, 1);
        var hash = 2166136261u;
        foreach (var letter in id.Value) hash = (hash ^ letter) * 16777619u;
        return (int)(hash % (uint)partitionCount);
    }
}
