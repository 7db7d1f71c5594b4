using System.Text;
using Aggregator.Subscriptions;

namespace Aggregator.Store.Postgres;

/// <content>Subscriptions.</content>
internal sealed partial class PostgresStore
{
    public Task<IReadOnlyList<StoredSubscription>> ReadSubscriptionsAsync(SubscriptionId? after, int countMax, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(countMax, 1);
        return ReadAsync<IReadOnlyList<StoredSubscription>>(
            async session => await session.ReadAllAsync(
                StoredRows.Subscription, "SELECT definition, health, memory, version FROM subscriptions WHERE id > $1 ORDER BY id LIMIT $2",
                after?.Value ?? "", countMax).ConfigureAwait(false),
            cancellation);
    }

    public Task<StoredSubscription?> ReadSubscriptionAsync(SubscriptionId id, CancellationToken cancellation) => ReadAsync(
        session => session.ReadOneAsync(StoredRows.Subscription, "SELECT definition, health, memory, version FROM subscriptions WHERE id = $1", id.Value), cancellation);

    public Task<bool> PutSubscriptionAsync(StoredSubscription subscription, DeliveryAttempt? attempt, CancellationToken cancellation)
    {
        if (Encoding.UTF8.GetByteCount(subscription.Memory) > StoredSubscription.MemoryBytesMax)
            throw new ArgumentException($"What delivering remembers of subscription '{subscription.Definition.Id}' is too large.", nameof(subscription));
        var id = subscription.Definition.Id.Value;
        var definition = Columns.Payload(subscription.Definition, StoreJson.Default.SubscriptionDefinition);
        var health = Columns.Payload(subscription.Health, StoreJson.Default.SubscriptionHealth);
        var statement = subscription.Version == 1
            ? "INSERT INTO subscriptions (id, version, definition, health, memory) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING"
            : "UPDATE subscriptions SET version = $2, definition = $3, health = $4, memory = $5 WHERE id = $1 AND version = $2 - 1";
        return WriteAsync(
            async session =>
            {
                if (await session.RunAsync(statement, id, subscription.Version, definition, health, subscription.Memory).ConfigureAwait(false) != 1) return false;
                if (attempt is null) return true;
                await session.RunAsync(
                    new PostgresStatement(
                        "INSERT INTO delivery_attempts (subscription, number, payload) VALUES ($1, $2, $3)",
                        [id, attempt.Number, Columns.Payload(attempt, StoreJson.Default.DeliveryAttempt)]),
                    new PostgresStatement(
                        "DELETE FROM delivery_attempts WHERE subscription = $1 AND number <= $2",
                        [id, attempt.Number - StoredSubscription.AttemptCountMax])).ConfigureAwait(false);
                return true;
            },
            cancellation);
    }

    public Task<bool> DeleteSubscriptionAsync(SubscriptionId id, CancellationToken cancellation) => WriteAsync(
        async session =>
        {
            await session.RunAsync("DELETE FROM delivery_attempts WHERE subscription = $1", id.Value).ConfigureAwait(false);
            return await session.RunAsync("DELETE FROM subscriptions WHERE id = $1", id.Value).ConfigureAwait(false) == 1;
        },
        cancellation);

    public Task<IReadOnlyList<DeliveryAttempt>> ReadAttemptsAsync(SubscriptionId id, long before, int countMax, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(countMax, 1);
        return ReadAsync<IReadOnlyList<DeliveryAttempt>>(
            async session => await session.ReadAllAsync(
                StoredRows.Attempt, "SELECT payload FROM delivery_attempts WHERE subscription = $1 AND number < $2 ORDER BY number DESC LIMIT $3",
                id.Value, before, countMax).ConfigureAwait(false),
            cancellation);
    }
}
