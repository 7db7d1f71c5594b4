using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Aggregator.Intake;
using Aggregator.Store;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Aggregator.Wire;

/// <summary>
/// One line of a file of forms: something that a build of the past wrote, to a node beside it or into the store, and what it meant by it.
/// </summary>
/// <param name="Of">What it is: a contract's alias, a stored noun's name, or <c>calls</c>.</param>
/// <param name="Bytes">A message between nodes, as Orleans writes it; null for what is stored, and for calls.</param>
/// <param name="Value">What it says, as JSON; for what is stored, the JSON that is stored.</param>
internal sealed record SerializedForm(string Of, byte[]? Bytes, JsonNode Value)
{
    private static readonly Assembly[] Assemblies = [typeof(Article).Assembly, typeof(IStore).Assembly];

    private static readonly JsonSerializerOptions Plain = new() { Converters = { new JsonStringEnumConverter() }, WriteIndented = false };

    private static readonly Serializer Orleans = new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer>();

    /// <summary>The grains' calls, under this name.</summary>
    internal const string Calls = "calls";

    /// <summary>Every form as this build writes it.</summary>
    internal static IEnumerable<SerializedForm> OfThisBuild()
    {
        foreach (var type in Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(IsMessage).OrderBy(type => type.GetCustomAttribute<AliasAttribute>()!.Alias, StringComparer.Ordinal))
        {
            var sample = SampleMaker.Make(type)!;
            yield return new SerializedForm(type.GetCustomAttribute<AliasAttribute>()!.Alias, Orleans.SerializeToArray(sample), Meaning(sample));
        }
        foreach (var (name, type) in Stored()) yield return new SerializedForm(name, null, Write(SampleMaker.Make(type)!, type)!);
        yield return new SerializedForm(Calls, null, new JsonArray([.. ReadCalls().Select(call => JsonValue.Create(call))]));
    }

    /// <summary>What this build makes of it: the same members with the same values, and perhaps more.</summary>
    internal JsonNode Read()
    {
        if (Bytes is not null) return Meaning(Orleans.Deserialize<object>(Bytes)!);
        if (Of == Calls) return new JsonArray([.. ReadCalls().Select(call => JsonValue.Create(call))]);
        var type = Stored().Single(stored => stored.Name == Of).Type;
        return Write(JsonSerializer.Deserialize(Value, StoreJson.Default.GetTypeInfo(type) is null ? Info(type) : StoreReading.Of(type))!, type)!;
    }

    private static bool IsMessage(Type type) =>
        type.GetCustomAttribute<GenerateSerializerAttribute>() is not null && type is { IsAbstract: false, IsGenericTypeDefinition: false } && !typeof(Exception).IsAssignableFrom(type);

    private static JsonNode Meaning(object value) => JsonSerializer.SerializeToNode(value, value.GetType(), Plain)!;

    private static JsonNode? Write(object value, Type type) => JsonSerializer.SerializeToNode(value, Info(type));

    private static System.Text.Json.Serialization.Metadata.JsonTypeInfo Info(Type type) =>
        StoreJson.Default.GetTypeInfo(type) ?? PollJson.Default.GetTypeInfo(type) ?? throw new InvalidOperationException($"{type.Name} is not stored.");

    /// <summary>What the store keeps as JSON, by name.</summary>
    private static IEnumerable<(string Name, Type Type)> Stored() =>
        new[] { typeof(StoreJson), typeof(PollJson) }.SelectMany(context => context.GetCustomAttributesData()).Where(attribute => attribute.AttributeType == typeof(JsonSerializableAttribute))
            .Select(attribute => (Type)attribute.ConstructorArguments[0].Value!).Where(type => type != typeof(string[])).Select(type => ($"stored {type.Name}", type));

    /// <summary>Every call of every grain and observer: its name, what it takes and what it gives, by the names on the wire.</summary>
    private static IEnumerable<string> ReadCalls() =>
        Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => type.IsInterface && typeof(IAddressable).IsAssignableFrom(type))
            .SelectMany(grain => grain.GetMethods().Select(method => $"{NameOf(grain)}.{method.GetCustomAttribute<AliasAttribute>()!.Alias}({string.Join(", ", method.GetParameters().Select(parameter => NameOf(parameter.ParameterType)))}): {NameOf(method.ReturnType)}"))
            .Order(StringComparer.Ordinal);

    private static string NameOf(Type type) => type.GetCustomAttribute<AliasAttribute>()?.Alias
        ?? (type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>" : type.Name);
}
