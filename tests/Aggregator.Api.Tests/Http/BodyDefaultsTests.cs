using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Xunit;

namespace Aggregator.Http;

/// <summary>What a client leaves out of a body.</summary>
public sealed class BodyDefaultsTests
{
    /// <summary>
    /// The compiled reader sets what a body lacks to its type's own default, over a property's initializer: what is absent has to be told apart by null.
    /// </summary>
    [Fact]
    public void Read_EmptyBody_IsWhatItsTypeSaysOfItself()
    {
        var bodies = typeof(ApiJson).GetCustomAttributesData().Where(data => data.AttributeType == typeof(JsonSerializableAttribute))
            .Select(data => (Type)data.ConstructorArguments[0].Value!).Where(type => type.Name.EndsWith("Body", StringComparison.Ordinal) || type.Name.EndsWith("Patch", StringComparison.Ordinal)).ToList();
        Assert.True(bodies.Count >= 8, $"{bodies.Count} bodies");
        foreach (var type in bodies)
        {
            var (read, made) = (JsonSerializer.Deserialize("{}", type, ApiJson.Default)!, Activator.CreateInstance(type)!);
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                Assert.True(Equals(property.GetValue(made), property.GetValue(read)), $"{type.Name}.{property.Name} is {property.GetValue(read) ?? "null"} where it is left out, not {property.GetValue(made)}");
        }
    }
}
