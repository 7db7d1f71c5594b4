using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Aggregator.Extraction;
using Aggregator.Intake;
using Aggregator.Resolution;
using Aggregator.Wire;
using Xunit;

namespace Aggregator.Store;

/// <summary>What a row that an earlier build wrote lacks.</summary>
public sealed class StoreReadingTests
{
    public static TheoryData<Type> Nouns => [.. Closure().OrderBy(type => type.FullName, StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Nouns))]
    public void Read_OnlyWhatARowMustHave_LeavesTheRestAsTheNounSays(Type type)
    {
        var form = StoreReading.Of(type);
        var row = JsonSerializer.SerializeToNode(SampleMaker.Make(type)!, StoreJson.Default.GetTypeInfo(type)!)!.AsObject();
        foreach (var member in form.Properties.Where(member => !IsNeeded(member))) row.Remove(member.Name);
        var read = JsonSerializer.Deserialize(row, form)!;
        var made = type.GetConstructor(Type.EmptyTypes) is null ? null : Activator.CreateInstance(type);
        foreach (var member in form.Properties)
        {
            var property = (PropertyInfo)member.AttributeProvider!;
            var value = property.GetValue(read);
            Assert.False(IsDefaultArray(value), $"{type.Name}.{property.Name} is an array that nobody can look into.");
            if (IsNeeded(member) || !property.CanWrite) continue;
            var said = made is null ? member.AssociatedParameter?.DefaultValue ?? (property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null) : property.GetValue(made);
            Assert.True(Equals(said, value), $"{type.Name}.{property.Name} is {value ?? "null"} where a row lacks it, not {said ?? "null"}");
        }
    }

    [Theory, MemberData(nameof(Nouns))]
    public void Read_WholeRow_IsAsTheCompiledReaderReadsIt(Type type)
    {
        var written = JsonSerializer.Serialize(SampleMaker.Make(type)!, StoreJson.Default.GetTypeInfo(type)!);
        Assert.Equal(written, JsonSerializer.Serialize(JsonSerializer.Deserialize(written, StoreReading.Of(type))!, StoreJson.Default.GetTypeInfo(type)!));
    }

    [Fact]
    public void Read_FigureWithinAReportOfAnEarlierBuild_HasALine()
    {
        var report = (Report)SampleMaker.Make(typeof(Report))!;
        var row = JsonSerializer.SerializeToNode(report, StoreJson.Default.Report)!.AsObject();
        row["casualties"]!.AsObject().Remove("chain");
        row.Remove("confidence");
        var read = JsonSerializer.Deserialize(row, StoreReading.Of<Report>())!;
        Assert.Empty(read.Casualties!.Chain);
        Assert.Equal((1, report.Quote), (read.Confidence, read.Quote));
    }

    /// <summary>What is said is not what is left out, also where it is what a type starts as.</summary>
    [Fact]
    public void Read_MemberThatIsFalse_IsFalse()
    {
        var source = (SourceDefinition)SampleMaker.Make(typeof(SourceDefinition))! with { Enabled = false };
        Assert.False(JsonSerializer.Deserialize(JsonSerializer.Serialize(source, StoreJson.Default.SourceDefinition), StoreReading.Of<SourceDefinition>())!.Enabled);
    }

    [Theory]
    [InlineData(typeof(NewsEvent), "headline")]
    [InlineData(typeof(Access.TopicCapability), "secrets")]
    public void Read_RowWithoutWhatItMustHave_IsRefused(Type type, string member)
    {
        var row = JsonSerializer.SerializeToNode(SampleMaker.Make(type)!, StoreJson.Default.GetTypeInfo(type)!)!.AsObject();
        Assert.True(row.Remove(member));
        Assert.Contains(member, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(row, StoreReading.Of(type))).Message, StringComparison.Ordinal);
    }

    /// <summary>Required, or taken by a constructor that gives no value of its own for it.</summary>
    private static bool IsNeeded(JsonPropertyInfo member) =>
        member.IsRequired || member.AssociatedParameter is { IsMemberInitializer: false, HasDefaultValue: false };

    private static bool IsDefaultArray(object? value) =>
        value?.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) && (bool)type.GetProperty(nameof(ImmutableArray<int>.IsDefault))!.GetValue(value)!;

    /// <summary>Every noun that is stored, and all that they are made of, as far as it is written as an object.</summary>
    private static HashSet<Type> Closure()
    {
        var nouns = new HashSet<Type>();
        var left = new Queue<Type>(typeof(StoreJson).GetCustomAttributesData().Where(data => data.AttributeType == typeof(JsonSerializableAttribute)).Select(data => (Type)data.ConstructorArguments[0].Value!));
        while (left.TryDequeue(out var next))
        {
            var type = Nullable.GetUnderlyingType(next) ?? next;
            if (type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable)))
                left.Enqueue(type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[^1]);
            else if (StoreReading.Of(type) is { Kind: JsonTypeInfoKind.Object } form && nouns.Add(type))
                foreach (var member in form.Properties) left.Enqueue(member.PropertyType);
        }
        Assert.True(nouns.Count >= 20, $"{nouns.Count} nouns");
        return nouns;
    }
}
