using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Aggregator.Wire;

/// <summary>
/// While an upgrade rolls through a cluster, nodes of two builds call one another and read one store. So what an earlier build wrote must mean to this one what
/// it meant. Each file in <c>Forms</c> is what one version wrote; set <c>AGGREGATOR_TEST_RENEW_FORMS=1</c> to write this version's file, when a version is
/// released or a contract is added. A file is never renewed to make a failing test pass once clusters run its version; it goes when none does any more.
/// </summary>
public class SerializedFormsTests
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(ThisFile())!, "Forms");

    private static readonly string Version = typeof(Intake.Article).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.jsonl").Select(file => Path.GetFileName(file))];

    [Theory, MemberData(nameof(Files))]
    public void Read_FormsOfAnEarlierBuild_MeanWhatTheyMeant(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, file));
        Assert.True(lines.Length > 50, $"{file} has {lines.Length} lines.");
        foreach (var form in lines.Select(line => JsonSerializer.Deserialize<SerializedForm>(line)!))
            Assert.True(Holds(form.Read(), form.Value, out var path), $"{form.Of}{path} is not what it was: {form.Read().ToJsonString()} for {form.Value.ToJsonString()}");
    }

    [Fact]
    public void Write_FormsOfThisBuild_AreReadBackByItself()
    {
        var forms = SerializedForm.OfThisBuild().ToList();
        Assert.All(forms, form => Assert.True(Holds(form.Read(), form.Value, out var path), $"{form.Of}{path}"));
        if (Environment.GetEnvironmentVariable("AGGREGATOR_TEST_RENEW_FORMS") == "1")
            File.WriteAllLines(Path.Combine(Folder, $"{Version}.jsonl"), forms.Select(form => JsonSerializer.Serialize(form)));
        else
            Assert.True(File.Exists(Path.Combine(Folder, $"{Version}.jsonl")), $"There are no forms of version {Version}: run this test with AGGREGATOR_TEST_RENEW_FORMS=1.");
    }

    /// <summary>True where one JSON has all that another has; it may have more.</summary>
    private static bool Holds(JsonNode? whole, JsonNode? part, out string path)
    {
        path = "";
        switch (part)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    var inner = "";
                    // A member that was null may be left out.
                    if (whole is JsonObject has && (has.TryGetPropertyValue(name, out var found) ? Holds(found, value, out inner) : value is null)) continue;
                    path = $".{name}{inner}";
                    return false;
                }
                return true;
            case JsonArray items when items.All(item => item is JsonValue):
                // A list of plain values, of which more may have come.
                return whole is JsonArray all && items.All(item => all.Any(other => JsonNode.DeepEquals(item, other)));
            case JsonArray items:
                if (whole is not JsonArray list || list.Count != items.Count) return false;
                for (var at = 0; at < items.Count; at++)
                    if (!Holds(list[at], items[at], out path)) return false;
                return true;
            default:
                return JsonNode.DeepEquals(whole, part);
        }
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
