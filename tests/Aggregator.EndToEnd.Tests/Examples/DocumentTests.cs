using Aggregator.Serving;
using Xunit;

namespace Aggregator.Examples;

/// <summary>The OpenAPI document, held to the rules of other people's linters.</summary>
public sealed class DocumentTests
{
    private static readonly string Linters = Repository.Find("tests/Aggregator.EndToEnd.Tests/Examples");

    [Theory]
    [InlineData("redocly", "lint", "--format=stylish", "--max-problems=50")]
    [InlineData("spectral", "lint", "--fail-severity=warn", "--ruleset=.spectral.yaml")]
    public async Task Document_ByAnOutsideLinter_IsClean(string linter, params string[] arguments)
    {
        var program = Path.Combine(Linters, "node_modules", ".bin", linter);
        Assert.SkipUnless(File.Exists(program), $"There is no {linter} here: 'npm ci' in tests/Aggregator.EndToEnd.Tests/Examples would bring it.");
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.StartAsync(Path.Combine(folder.Path, "data"));
        var document = Path.Combine(folder.Path, "openapi.json");
        await File.WriteAllTextAsync(document, await server.Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        using var run = CommandRun.Start(
            "bash", new Dictionary<string, string> { ["REDOCLY_TELEMETRY"] = "off", ["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true" }, ["-c", "cd \"$1\" && shift && exec \"$@\" 2>&1", "bash", Linters, program, .. arguments, document]);
        var (code, _) = await run.EndedAsync();
        var said = string.Join('\n', run.Said);
        Assert.True(code == 0, said);
        Assert.Contains(linter == "redocly" ? "Your API description is valid" : "No results with a severity of 'warn' or higher found!", said, StringComparison.Ordinal);
        Assert.DoesNotContain("warning ", said.Replace("Deprecation warning", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
