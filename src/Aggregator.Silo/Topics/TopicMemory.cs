using System.Collections.Immutable;
using Aggregator.Access;
using Aggregator.Store;

namespace Aggregator.Topics;

/// <summary>What a topic's grain holds of the store: its definition and question, its events, its last entries.</summary>
internal sealed class TopicMemory
{
    private const int MemberCountMax = 1_000;

    private readonly Queue<FeedEntry> _recent = new();
    private readonly int _recentCountMax;

    private TopicMemory(StoredTopic stored, int recentCountMax)
    {
        Definition = stored.Definition;
        Question = QuestionParser.Parse(stored.Definition.Question, out _);
        (Position, LastEntryAt, BackfillCursor, Origin) = (stored.Position, stored.LastEntryAt, stored.BackfillCursor, stored.Origin);
        _recentCountMax = recentCountMax;
        Capability = stored.Capability ?? TopicCapability.None;
    }

    internal TopicDefinition Definition { get; private set; }

    /// <summary>Null when the stored question can't be read any more: nothing answers it.</summary>
    internal Question? Question { get; private set; }

    /// <summary>What lets in by address.</summary>
    internal TopicCapability Capability { get; private set; }

    internal TopicState State { get; } = new();

    internal long Position { get; private set; }

    /// <summary>The position before its first entry.</summary>
    internal long Origin { get; }

    internal DateTimeOffset? LastEntryAt { get; private set; }

    internal long? BackfillCursor { get; private set; }

    internal static async Task<TopicMemory?> LoadAsync(IStore store, TopicId id, int recentCountMax, CancellationToken cancellation)
    {
        if (await store.ReadTopicAsync(id, cancellation) is not { } stored) return null;
        var memory = new TopicMemory(stored, recentCountMax);
        IReadOnlyList<TopicMember> members = [];
        do
        {
            members = await store.ReadMembersAsync(id, members.Count == 0 ? null : members[^1].Event.Id, MemberCountMax, cancellation);
            foreach (var member in members) memory.State.Apply(member.Event, member.Answers);
        }
        while (members.Count == MemberCountMax);
        return memory;
    }

    internal void Apply(TopicDefinition definition, bool backfill)
    {
        Definition = definition;
        Question = QuestionParser.Parse(definition.Question, out _);
        if (backfill) BackfillCursor = 0;
    }

    internal void Apply(TopicDefinition definition, TopicCapability capability) => (Definition, Capability) = (definition, capability);

    internal void Apply(TopicAppend append)
    {
        foreach (var entry in append.Entries)
        {
            // Earlier entries may hold the words of an article that was withdrawn since; the store's no longer do.
            if (State.Find(entry.Event.Id) is { } last && last.Reports.Any(told => entry.Event.Reports.All(report => report.Id != told.Id))) _recent.Clear();
            State.Apply(entry);
            // Of an event that left nothing more is heard, so not that its words were withdrawn either: only the store knows.
            if (TopicState.IsIn(entry.Change)) _recent.Enqueue(entry);
            else _recent.Clear();
            if (_recent.Count > _recentCountMax) _recent.Dequeue();
            (Position, LastEntryAt) = (entry.Position, entry.RecordedAt);
        }
        foreach (var heard in append.Heard) State.Apply(heard.Event, heard.Answers);
        if (append.Backfill is { } move) BackfillCursor = move.Cursor;
    }

    /// <summary>Entries after a position, when memory reaches back that far; else null.</summary>
    internal ImmutableArray<FeedEntry>? RecentAfter(long position, int countMax)
    {
        if (position >= Position) return [];
        if (_recent.Count == 0 || _recent.Peek().Position > position + 1) return null;
        return [.. _recent.SkipWhile(entry => entry.Position <= position).Take(countMax)];
    }

    /// <summary>The last entries before a position, oldest first, when memory reaches back that far; else null.</summary>
    internal ImmutableArray<FeedEntry>? RecentBefore(long position, int countMax)
    {
        var after = Math.Max(position - 1 - countMax, Origin);
        return position - 1 <= after ? [] : RecentAfter(after, (int)(position - 1 - after));
    }
}
