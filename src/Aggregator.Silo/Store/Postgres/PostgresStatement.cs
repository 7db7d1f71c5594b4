using Npgsql;

namespace Aggregator.Store.Postgres;

/// <summary>A statement with its values.</summary>
internal sealed class PostgresStatement
{
    private readonly string _text;
    private readonly object?[] _values;

    /// <summary>A statement.</summary>
    /// <param name="text">A constant: connections keep what they prepared by it.</param>
    /// <param name="values"><c>$1</c> and so on; arrays of numbers, flags, texts or bytes too.</param>
    internal PostgresStatement(string text, params object?[] values) => (_text, _values) = (text, values);

    internal NpgsqlBatchCommand ToCommand()
    {
        var command = new NpgsqlBatchCommand(_text);
        foreach (var value in _values) command.Parameters.Add(new NpgsqlParameter { Value = Storable(value) });
        return command;
    }

    private static object Storable(object? value) => value switch
    {
        null => DBNull.Value,
        string text => PostgresText.Storable(text),
        string?[] texts => Array.ConvertAll(texts, text => text is null ? null : PostgresText.Storable(text)),
        _ => value,
    };
}
