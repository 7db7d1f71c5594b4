using System.Text.Json.Serialization.Metadata;
using Aggregator.Archive;
using Aggregator.Topics;

namespace Aggregator.Http;

/// <summary>Writes some nouns' main part flat into them: a topic's status is its definition with more members, not one inside.</summary>
internal static class Flattened
{
    internal static void Apply(JsonTypeInfo type)
    {
        if (type.Type == typeof(TopicStatus)) Lift<TopicStatus>(type, "definition", status => status.Definition);
        if (type.Type == typeof(ResolvedReport)) Lift<ResolvedReport>(type, "report", resolved => resolved.Report);
    }

    private static void Lift<T>(JsonTypeInfo outer, string name, Func<T, object> part)
    {
        var lifted = outer.Properties.Single(property => property.Name == name);
        outer.Properties.Remove(lifted);
        // For writing only: what is read never has one of these types.
        outer.CreateObject = null;
        var at = 0;
        foreach (var member in ApiJson.Default.GetTypeInfo(lifted.PropertyType)!.Properties)
        {
            if (member.Get is not { } get) continue;
            var copy = outer.CreateJsonPropertyInfo(member.PropertyType, member.Name);
            copy.Get = instance => get(part((T)instance));
            copy.AttributeProvider = member.AttributeProvider;
            outer.Properties.Insert(at++, copy);
        }
    }
}
