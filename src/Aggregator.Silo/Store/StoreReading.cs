using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Aggregator.Store;

/// <summary>
/// How payload columns are read. An older row lacks members that came later. The compiled reader sets what is absent to its type's default, over the initializer:
/// an array without a list, a confidence of 0. Here such a member stays what its noun says of itself.
/// </summary>
internal static class StoreReading
{
    private static readonly JsonSerializerOptions Options = new(StoreJson.Default.Options) { TypeInfoResolver = StoreJson.Default.WithAddedModifier(KeepInitializers) };

    private static readonly MethodInfo Setting = typeof(StoreReading).GetMethod(nameof(SetterOf), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>How a noun is read; <see cref="StoreJson"/> says how it is written.</summary>
    internal static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Of(typeof(T));

    /// <summary>The same for any of them, also for what they are made of.</summary>
    internal static JsonTypeInfo Of(Type type) => Options.GetTypeInfo(type);

    // The compiled reader hands a constructor a value for each member, absent or not. Made without any, and set one by one, the noun keeps the others' initializers.
    private static void KeepInitializers(JsonTypeInfo form)
    {
        if (form.Kind != JsonTypeInfoKind.Object) return;
        RequireLists(form);
        if (form.Type.IsValueType || form.Type.GetConstructor(Type.EmptyTypes) is not { } plain) return;
        var made = plain.Invoke(null);
        var members = form.Properties.Select(member => (Form: member, Property: member.AttributeProvider as PropertyInfo)).Where(member => member.Property is { CanWrite: true }).ToList();
        if (!members.Exists(member => !member.Form.IsRequired && Starts(member.Property!, made))) return;
        var making = ConstructorInvoker.Create(plain);
        form.CreateObject = () => making.Invoke()!;
        foreach (var (member, property) in members)
            member.Set = (Action<object, object?>)Setting.MakeGenericMethod(form.Type, property!.PropertyType).Invoke(null, [property])!;
    }

    /// <summary>True where a new noun's member is not what its type starts as.</summary>
    private static bool Starts(PropertyInfo property, object made) =>
        property.GetValue(made) is { } value && !(property.PropertyType.IsValueType && value.Equals(Activator.CreateInstance(property.PropertyType)));

    // A list that a constructor takes has no initializer to keep: a row without it is refused rather than read as one that nobody can look into.
    private static void RequireLists(JsonTypeInfo form)
    {
        foreach (var member in form.Properties)
            if (member.AssociatedParameter is { IsMemberInitializer: false, HasDefaultValue: false } && member.PropertyType.IsGenericType && member.PropertyType.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
                member.IsRequired = true;
    }

    private static Action<object, object?> SetterOf<TNoun, TMember>(PropertyInfo property) where TNoun : class
    {
        var set = property.SetMethod!.CreateDelegate<Action<TNoun, TMember>>();
        return (noun, value) => set((TNoun)noun, (TMember)value!);
    }
}
