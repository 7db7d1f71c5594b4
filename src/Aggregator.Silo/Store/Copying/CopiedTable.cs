namespace Aggregator.Store.Copying;

/// <summary>A table that is copied, and the order in which its rows are read.</summary>
/// <param name="Name">Its name in the target.</param>
/// <param name="Source">Its name in the source; nearly always the same.</param>
/// <param name="Columns">What is copied of it.</param>
/// <param name="Order">The source's columns that tell its rows apart: a copy that was stopped goes on behind their last values.</param>
internal sealed record CopiedTable(string Name, string Source, IReadOnlyList<CopiedColumn> Columns, IReadOnlyList<string> Order)
{
    private string ColumnList => string.Join(", ", Columns.Select(column => $"\"{column.Name}\""));

    private string OrderList => string.Join(", ", Order.Select(name => $"\"{name}\""));

    /// <summary>The first rows of the source, then the columns of <see cref="Order"/>.</summary>
    internal string FirstPage => $"SELECT {ColumnList}, {OrderList} FROM \"{Source}\" ORDER BY {OrderList} LIMIT $1";

    /// <summary>As <see cref="FirstPage"/>, behind the values $2 and so on of the columns of <see cref="Order"/>.</summary>
    internal string NextPage =>
        $"SELECT {ColumnList}, {OrderList} FROM \"{Source}\" WHERE ({OrderList}) > ({string.Join(", ", Order.Select((_, at) => $"${at + 2}"))}) ORDER BY {OrderList} LIMIT $1";

    /// <summary>Takes rows into the target.</summary>
    internal string TakeIn => $"COPY \"{Name}\" ({ColumnList}) FROM STDIN (FORMAT BINARY)";

    /// <summary>All rows of the target, in any order.</summary>
    internal string All => $"SELECT {ColumnList} FROM \"{Name}\"";
}
