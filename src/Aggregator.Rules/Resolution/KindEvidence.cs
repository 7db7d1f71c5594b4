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
        if (told.Mode is { } mode && known.Mode is { } other && mode != other) evidence.Add("mode", Against(mode, other), $"{mode} and {other}");
    }

    // An aftershock has the words of its quake and is another.
    private static double Against(string mode, string other) =>
        (mode, other) is ("quake", "aftershock") or ("aftershock", "quake") ? -6 : IsCause(mode) && IsCause(other) && !AreOfWeather(mode, other) ? -4 : -0.1;

    // What one happening has but one of. Killing and fires come with any of them, and reports often say no more.
    private static bool IsCause(string mode) =>
        mode is "bomb" or "shoot" or "quake" or "flood" or "slide" or "storm" or "volcano" or "crash" or "collapse" or "epidemic" or "aftershock";

    // A storm brings floods, and both bring slides.
    private static bool AreOfWeather(string mode, string other) => IsWeather(mode) && IsWeather(other) && (mode == "storm" || other == "storm");

    private static bool IsWeather(string mode) => mode is "flood" or "slide" or "storm";

    private static string Both(Account told, Account known) => $"{WireName.From(told.Kind)} and {WireName.From(known.Kind)}";
}
