using System.Reflection;
using Aggregator.Intake;
using Xunit;

namespace Aggregator.Wire;

/// <summary>Wire names are promises: every contract carries explicit ones, and no two share one.</summary>
public class ContractRulesTests
{
    private static readonly Type[] Types = [.. typeof(Article).Assembly.GetExportedTypes().Where(type => type.Namespace!.StartsWith("Aggregator", StringComparison.Ordinal))];

    public static TheoryData<Type> Serialized => [.. Types.Where(type => type.GetCustomAttribute<GenerateSerializerAttribute>() is not null)];

    public static TheoryData<Type> Grains => [.. Types.Where(type => type.IsInterface && typeof(IAddressable).IsAssignableFrom(type))];

    [Fact]
    public void Contracts_Nouns_AreAllSerialized()
    {
        var values = Types.Where(type => (type.IsValueType || type.IsClass) && !type.IsAbstract && type.Namespace != "Aggregator.Wire" && !typeof(Attribute).IsAssignableFrom(type));
        Assert.Empty(values.Where(type => type.GetCustomAttribute<GenerateSerializerAttribute>() is null).Select(type => type.Name));
    }

    [Fact]
    public void Contracts_Aliases_AreUnique()
    {
        var aliases = Types.Select(type => type.GetCustomAttribute<AliasAttribute>()?.Alias).OfType<string>().ToList();
        Assert.Equal(aliases.Distinct(), aliases);
    }

    [Theory, MemberData(nameof(Serialized))]
    public void Contract_Noun_HasAnAlias(Type type) => Assert.NotNull(type.GetCustomAttribute<AliasAttribute>());

    [Theory, MemberData(nameof(Serialized))]
    public void Contract_Noun_NumbersEveryMemberOnce(Type type)
    {
        const BindingFlags All = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        if (type.IsEnum || typeof(Exception).IsAssignableFrom(type)) return;
        var stored = type.GetProperties(All).Where(property => type.GetField($"<{property.Name}>k__BackingField", All) is not null && property.Name != "EqualityContract")
            .Cast<MemberInfo>().Concat(type.GetFields(All).Where(field => !field.Name.Contains('<', StringComparison.Ordinal)));
        var ids = stored.Select(member => (member.Name, Id: member.GetCustomAttribute<IdAttribute>()?.Id)).ToList();
        Assert.All(ids, member => Assert.True(member.Id is not null, $"{type.Name}.{member.Name} has no [Id]."));
        Assert.Equal(ids.Select(member => member.Id).Distinct(), ids.Select(member => member.Id));
    }

    [Theory, MemberData(nameof(Grains))]
    public void Contract_Grain_NamesItselfAndItsMethods(Type grain)
    {
        Assert.NotNull(grain.GetCustomAttribute<AliasAttribute>());
        Assert.All(grain.GetMethods(), method => Assert.True(method.GetCustomAttribute<AliasAttribute>() is not null, $"{grain.Name}.{method.Name} has no [Alias]."));
    }
}
