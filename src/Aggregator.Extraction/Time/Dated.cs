namespace Aggregator.Extraction.Time;

/// <summary>What a date rule has read.</summary>
/// <param name="End">The index of the atom behind it.</param>
/// <param name="When">The days it covers.</param>
/// <param name="Shape">How it lies in time.</param>
internal readonly record struct Dated(int End, OccurredOn When, DateShape Shape = DateShape.Point);
