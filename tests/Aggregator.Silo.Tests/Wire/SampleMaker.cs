using System.Collections.Immutable;
using System.Reflection;
using Aggregator.Extraction;

namespace Aggregator.Wire;

/// <summary>Makes a value of any contract, every member set to something that is not its default, the same each time.</summary>
internal static class SampleMaker
{
    private const int DepthMax = 6;

    private static readonly string[] Texts = ["text-1", "KEN", "call|KEN+NOR", "2026-09-16", "0123456789ab"];

    private static readonly Dictionary<Type, object> Fixed = new()
    {
        [typeof(string)] = "text", [typeof(bool)] = true, [typeof(int)] = 3, [typeof(long)] = 4L, [typeof(double)] = 0.5, [typeof(byte[])] = new byte[] { 1, 0, 255 },
        [typeof(DateTimeOffset)] = new DateTimeOffset(2026, 3, 14, 12, 30, 0, TimeSpan.Zero), [typeof(DateOnly)] = new DateOnly(2026, 3, 14), [typeof(TimeSpan)] = TimeSpan.FromMinutes(7),
        [typeof(CountRange)] = new CountRange(3, 5), [typeof(OccurredOn)] = new OccurredOn(new DateOnly(2026, 3, 14), new DateOnly(2026, 3, 20)), [typeof(Span)] = new Span(4, 9),
    };

    internal static object? Make(Type type, int depth = 0)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Fixed.TryGetValue(type, out var value)) return value;
        if (type.IsEnum) return Enum.GetValues(type).Cast<object>().Last();
        if (type.GetInterfaces().Any(known => known.IsGenericType && known.GetGenericTypeDefinition() == typeof(IWireText<>))) return Parse(type);
        if (type.IsArray) return List(type.GetElementType()!, depth);
        if (type.IsGenericType && Many(type.GetGenericTypeDefinition(), type.GetGenericArguments(), depth) is { } many) return many;
        return depth > DepthMax && !type.IsValueType ? null : MakeNoun(type, depth);
    }

    private static object? Many(Type definition, Type[] of, int depth)
    {
        if (definition == typeof(ImmutableArray<>)) return typeof(ImmutableArray).GetMethods().Single(method => method.Name == nameof(ImmutableArray.Create) && method.GetParameters() is [{ ParameterType.IsArray: true }])
            .MakeGenericMethod(of).Invoke(null, [List(of[0], depth)]);
        if (definition == typeof(IReadOnlyList<>) || definition == typeof(IReadOnlyCollection<>) || definition == typeof(IEnumerable<>)) return List(of[0], depth);
        if (definition == typeof(List<>)) return Activator.CreateInstance(typeof(List<>).MakeGenericType(of), List(of[0], depth));
        if (definition != typeof(Dictionary<,>) && definition != typeof(IReadOnlyDictionary<,>) && definition != typeof(ImmutableDictionary<,>)) return null;
        var dictionary = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(of))!;
        dictionary.Add(Make(of[0], depth + 1)!, Make(of[1], depth + 1));
        return definition != typeof(ImmutableDictionary<,>) ? dictionary : typeof(ImmutableDictionary).GetMethods()
            .Single(method => method.Name == nameof(ImmutableDictionary.CreateRange) && method.GetParameters().Length == 1).MakeGenericMethod(of).Invoke(null, [dictionary]);
    }

    private static Array List(Type of, int depth)
    {
        var item = Make(of, depth + 1);
        var list = Array.CreateInstance(of, item is null ? 0 : 1);
        if (item is not null) list.SetValue(item, 0);
        return list;
    }

    private static object Parse(Type type)
    {
        var parse = type.GetMethod("TryParse", BindingFlags.Public | BindingFlags.Static, [typeof(string), type.MakeByRefType()])!;
        foreach (var text in Texts)
        {
            object?[] arguments = [text, null];
            if ((bool)parse.Invoke(null, arguments)!) return arguments[1]!;
        }
        throw new InvalidOperationException($"No sample text is a {type.Name}; add one.");
    }

    private static object MakeNoun(Type type, int depth)
    {
        var made = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public).Where(constructor => constructor.GetParameters() is not [var only] || only.ParameterType != type)
            .MaxBy(constructor => constructor.GetParameters().Length);
        var given = made?.GetParameters() ?? [];
        var noun = made is null ? Activator.CreateInstance(type)! : made.Invoke([.. given.Select(parameter => Make(parameter.ParameterType, depth + 1))]);
        foreach (var property in type.GetProperties().Where(property => property.CanWrite && !given.Any(parameter => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase))))
            if (property.GetIndexParameters().Length == 0 && Make(property.PropertyType, depth + 1) is { } value) property.SetValue(noun, value);
        return noun;
    }
}
