using Aggregator.Serving;
using Xunit;

namespace Aggregator.Examples;

/// <summary>The examples of <c>docs/examples</c>, run as they stand against a server that asks for a key.</summary>
public sealed class ExampleTests
{
    // The sample that the Standard Webhooks libraries are tested with.
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", Id = "msg_p5jXN8AQM9LWM0D4loKWxJek", Timestamp = "1614265330", Signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private const string Body = """{"test": 2432232314}""";

    private static readonly Dictionary<string, (string[] Command, string Needs)> Examples = new()
    {
        ["example.sh"] = (["bash"], "curl and openssl"), ["example.py"] = (["python3"], "python3"), ["example.mjs"] = (["node"], "nodejs"), ["example.cs"] = (["dotnet", "run"], "the .NET SDK"),
    };

    public static TheoryData<string> Files => [.. Examples.Keys];

    [Theory, MemberData(nameof(Files))]
    public async Task Example_AgainstAServer_FollowsResumesAndReadsClaims(string file)
    {
        using var folder = new TemporaryFolder();
        var command = Prepare(file, folder.Path);
        var key = $"agg_0123456789ab_{new string('7', 64)}";
        var keyFile = Path.Combine(folder.Path, "first-key");
        await File.WriteAllTextAsync(keyFile, key, TestContext.Current.CancellationToken);
        await using var server = await ServerProcess.StartAsync(
            Path.Combine(folder.Path, "data"), new Dictionary<string, string> { ["AGGREGATOR_Access__KeysRequired"] = "true", ["AGGREGATOR_Access__BootstrapKeyFile"] = keyFile });
        using var run = CommandRun.Start(command[0], new Dictionary<string, string> { ["AGGREGATOR_KEY"] = key }, [.. command[1..], server.Address.ToString()]);
        var (code, complaints) = await run.EndedAsync();
        Assert.True(code == 0, $"{complaints} {string.Join('\n', run.Said)}");
        var entries = run.Said.Where(line => line.StartsWith("entry ", StringComparison.Ordinal)).ToList();
        Assert.InRange(entries.Count, 1, 2);
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(number => $"{number}"), entries.Select(line => line.Split(' ')[1]));
        Assert.Contains(run.Said, line => line.StartsWith("killed ", StringComparison.Ordinal) && line.Contains("4 people were killed", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Files))]
    public async Task Example_Verify_TakesTheSignedBodyAlone(string file)
    {
        using var folder = new TemporaryFolder();
        var command = Prepare(file, folder.Path);
        Assert.Equal(0, await VerifyAsync(command, folder.Path, Body, $"v1,AAAA {Signature}"));
        Assert.Equal(1, await VerifyAsync(command, folder.Path, Body.Replace('4', '5'), Signature));
    }

    private static async Task<int> VerifyAsync(string[] command, string folder, string body, string signatures)
    {
        var path = Path.Combine(folder, "body");
        await File.WriteAllTextAsync(path, body, TestContext.Current.CancellationToken);
        using var run = CommandRun.Start(
            "bash", new Dictionary<string, string> { ["BODY"] = path }, ["-c", "exec \"$@\" < \"$BODY\"", "bash", .. command, "verify", Secret, Id, Timestamp, signatures]);
        return (await run.EndedAsync()).Code;
    }

    /// <summary>The command that runs the example. A C# file is built outside of the repository, whose own rules are for its projects.</summary>
    private static string[] Prepare(string file, string folder)
    {
        var (command, needs) = Examples[file];
        var programs = file == "example.sh" ? ["bash", "curl", "openssl"] : command[..1];
        var missing = programs.FirstOrDefault(program => !Paths(program).Any(File.Exists));
        Assert.SkipWhen(missing is not null, $"There is no {missing} here: {needs} would run this.");
        var source = Repository.Find($"docs/examples/{file}");
        if (file != "example.cs") return [.. command, source];
        var copy = Path.Combine(folder, file);
        File.Copy(source, copy);
        return [.. command, copy, "--"];
    }

    private static IEnumerable<string> Paths(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, program));
}
