using System.Collections.Frozen;
using System.Text.Json;

namespace Aggregator.Wire;

/// <summary>The names that enums' members bear on the wire, the same that <see cref="WireEnumConverter{T}"/> writes.</summary>
public static class WireName
{
    /// <summary>Every name of an enum, in the order of its members.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    public static IReadOnlyList<string> All<T>() where T : struct, Enum => Of<T>.All;

    /// <summary>A member's name.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="value">A defined member.</param>
    /// <exception cref="KeyNotFoundException">The value is not a defined member.</exception>
    public static string From<T>(T value) where T : struct, Enum => Of<T>.Names[value];

    /// <summary>Reads a name, whatever its case; false when no member bears it.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="name">The candidate, or null.</param>
    /// <param name="value">The member, or the default.</param>
    public static bool TryParse<T>(string? name, out T value) where T : struct, Enum
    {
        if (name is not null && Of<T>.Values.TryGetValue(name, out value)) return true;
        value = default;
        return false;
    }

    private static class Of<T> where T : struct, Enum
    {
        internal static readonly FrozenDictionary<T, string> Names =
            Enum.GetValues<T>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

        internal static readonly FrozenDictionary<string, T> Values =
            Names.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

        internal static readonly IReadOnlyList<string> All = [.. Enum.GetValues<T>().Select(value => Names[value])];
    }
}
