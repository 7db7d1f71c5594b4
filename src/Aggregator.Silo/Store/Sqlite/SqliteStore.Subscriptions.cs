using System.Text;
using Aggregator.Subscriptions;

namespace Aggregator.Store.Sqlite;

/// <content>Subscriptions.</content>
internal sealed partial class SqliteStore
{
    public Task<IReadOnlyList<StoredSubscription>> ReadSubscriptionsAsync(SubscriptionId? after, int countMax, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(countMax, 1);
        return Readers.ReadAsync<IReadOnlyList<StoredSubscription>>(
            session => session.ReadAll(
                "SELECT definition, health, memory, version FROM subscriptions WHERE id > $1 ORDER BY id LIMIT $2", StoredRows.Subscription, after?.Value ?? "", countMax),
            cancellation);
    }

    public Task<StoredSubscription?> ReadSubscriptionAsync(SubscriptionId id, CancellationToken cancellation) => Readers.ReadAsync(
        session => session.ReadOne("SELECT definition, health, memory, version FROM subscriptions WHERE id = $1", StoredRows.Subscription, id.Value), cancellation);

    public Task<bool> PutSubscriptionAsync(StoredSubscription subscription, DeliveryAttempt? attempt, CancellationToken cancellation)
    {
        if (Encoding.UTF8.GetByteCount(subscription.Memory) > StoredSubscription.MemoryBytesMax)
            throw new ArgumentException($"What delivering remembers of subscription '{subscription.Definition.Id}' is too large.", nameof(subscription));
        var id = subscription.Definition.Id.Value;
        var definition = Columns.Payload(subscription.Definition, StoreJson.Default.SubscriptionDefinition);
        var health = Columns.Payload(subscription.Health, StoreJson.Default.SubscriptionHealth);
        var log = attempt is null ? null : Columns.Payload(attempt, StoreJson.Default.DeliveryAttempt);
        var statement = subscription.Version == 1
            ? "INSERT OR IGNORE INTO subscriptions (id, version, definition, health, memory) VALUES ($1, $2, $3, $4, $5)"
            : "UPDATE subscriptions SET version = $2, definition = $3, health = $4, memory = $5 WHERE id = $1 AND version = $2 - 1";
        return Writer.WriteAsync(
            session =>
            {
                if (session.Run(statement, id, subscription.Version, definition, health, subscription.Memory) != 1) return false;
                if (attempt is null) return true;
                session.Run("INSERT INTO delivery_attempts (subscription, number, payload) VALUES ($1, $2, $3)", id, attempt.Number, log);
                session.Run("DELETE FROM delivery_attempts WHERE subscription = $1 AND number <= $2", id, attempt.Number - StoredSubscription.AttemptCountMax);
                return true;
            },
            cancellation);
    }

    public Task<bool> DeleteSubscriptionAsync(SubscriptionId id, CancellationToken cancellation) => Writer.WriteAsync(
        session =>
        {
            session.Run("DELETE FROM delivery_attempts WHERE subscription = $1", id.Value);
            return session.Run("DELETE FROM subscriptions WHERE id = $1", id.Value) == 1;
        },
        cancellation);

    public Task<IReadOnlyList<DeliveryAttempt>> ReadAttemptsAsync(SubscriptionId id, long before, int countMax, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(countMax, 1);
        return Readers.ReadAsync<IReadOnlyList<DeliveryAttempt>>(
            session => session.ReadAll(
                "SELECT payload FROM delivery_attempts WHERE subscription = $1 AND number < $2 ORDER BY number DESC LIMIT $3",
                StoredRows.Attempt, id.Value, before, countMax),
            cancellation);
    }
}
