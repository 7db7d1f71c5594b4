using Aggregator.Extraction;
using Aggregator.Wire;

namespace Aggregator.Resolution;

/// <summary>Weighs what happened, and in which mode.</summary>
internal static class KindEvidence
{
    internal static void Weigh(Account told, Account known, Weighing evidence)
    {
        if (told.Kind == known.Kind) evidence.Add("kind", 0, $"both {WireName.From(told.Kind)}");
        else if (BlockRule.FamilyOf(told.Kind) != BlockRule.FamilyOf(known.Kind)) evidence.Add("kind", -10, $"{Both(told, known)}");
        else if (told.Kind == EventKind.Casualties || known.Kind == EventKind.Casualties) evidence.Add("kind", -0.4, $"{Both(told, known)}");
        else evidence.Add("kind", -0.5, $"{Both(told, known)}");
        if (told.Cumulative != known.Cumulative) evidence.Add("total", -0.75, $"a running total and a single happening");
        if (told.Mode is { } mode && known.Mode is { } other && mode != other) evidence.Add("mode", IsCause(mode) && IsCause(other) ? -2 : -0.1, $"{mode} and {other}");
    }

    // What one happening has but one of. Killing, storms and fires come with any of them, and reports often say no more.
    private static bool IsCause(string mode) => mode is "bomb" or "shoot" or "quake" or "flood" or "crash" or "epidemic";

    private static string Both(Account told, Account known) => $"{WireName.From(told.Kind)} and {WireName.From(known.Kind)}";
}
