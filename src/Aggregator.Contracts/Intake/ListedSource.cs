namespace Aggregator.Intake;

/// <summary>A feed of a list, and the source it is polled as.</summary>
/// <param name="Id">The source.</param>
/// <param name="Url">The feed's address.</param>
/// <param name="Outlet">What the list calls it, or null.</param>
/// <param name="Created">False when there was such a source already.</param>
[GenerateSerializer, Immutable, Alias("listed-source")]
public sealed record ListedSource([property: Id(0)] SourceId Id, [property: Id(1)] string Url, [property: Id(2)] string? Outlet, [property: Id(3)] bool Created);
