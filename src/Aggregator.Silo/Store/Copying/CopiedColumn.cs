namespace Aggregator.Store.Copying;

/// <summary>A column that both databases have.</summary>
/// <param name="Name">Its name in both.</param>
/// <param name="Type">PostgreSQL's name of its type, as <c>int8</c>.</param>
/// <param name="IsIdentity">True where the database numbers the rows itself, so that it must go on behind the last number copied.</param>
internal sealed record CopiedColumn(string Name, string Type, bool IsIdentity);
