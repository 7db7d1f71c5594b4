using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Aggregator.Wire;

namespace Aggregator.Store;

/// <summary>How values are read from columns and written to them.</summary>
internal static class Columns
{
    internal static string? TextOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    internal static long? NumberOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    internal static DateTimeOffset Moment(this DbDataReader row, int column) => new(row.GetInt64(column), TimeSpan.Zero);

    internal static DateTimeOffset? MomentOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.Moment(column);

    internal static T Id<T>(this DbDataReader row, int column) where T : struct, IWireText<T> =>
        T.TryParse(row.GetString(column), out var id) ? id : throw new InvalidDataException($"The store has no {typeof(T).Name} in '{row.GetName(column)}'.");

    internal static T Payload<T>(this DbDataReader row, int column) =>
        JsonSerializer.Deserialize(row.GetFieldValue<byte[]>(column), StoreReading.Of<T>()) ?? throw new InvalidDataException($"The store has an empty {typeof(T).Name}.");

    /// <summary>Refuses what names an article twice: which of the two counts would be chance.</summary>
    internal static void RequireOnce(IReadOnlyList<ArticleReports> read)
    {
        if (read.CountBy(one => one.Article).FirstOrDefault(count => count.Value > 1) is { Value: > 1 } twice)
            throw new ArgumentException($"Article '{twice.Key}' was read twice.", nameof(read));
    }

    internal static byte[] Payload<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);

    /// <summary>Ids as the JSON array that <c>json_each</c> takes, so that one prepared statement serves any number.</summary>
    internal static string List<T>(IEnumerable<T> ids) where T : struct, IWireText<T> =>
        JsonSerializer.Serialize([.. ids.Select(id => id.Value)], StoreJson.Default.StringArray);
}
