using Aggregator.Serving;
using Xunit;

namespace Aggregator.Deploy;

/// <summary>The files of <c>deploy</c> that can't be run here, held to their own tools' rules.</summary>
public sealed class DeployFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Yaml_OfAllFiles_IsClean()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/yamllint"), "There is no yamllint; 'apt-get install yamllint' brings it.");
        await CommandRun.RunAsync("/usr/bin/yamllint", "--strict", "-c", Repository.Find("deploy/.yamllint"), Repository.Find("deploy"));
    }

    [Theory, InlineData("aggregator.service"), InlineData("aggregator@.service")]
    public async Task Unit_ByItsOwnChecker_IsClean(string unit)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/systemd-analyze"), "There is no systemd-analyze; 'apt-get install systemd' brings it.");
        // The runtime may be elsewhere on this machine, which is no fault of the unit.
        var text = (await File.ReadAllTextAsync(Repository.Find($"deploy/systemd/{unit}"), TestContext.Current.CancellationToken)).Replace("/usr/bin/dotnet", "/usr/bin/env", StringComparison.Ordinal);
        var copy = Path.Combine(_folder.Path, unit);
        await File.WriteAllTextAsync(copy, text, TestContext.Current.CancellationToken);
        await CommandRun.RunAsync("/usr/bin/systemd-analyze", "verify", "--man=no", copy);
    }

    [Fact]
    public void Image_IsBuiltInStagesAndRunsWithoutRoot()
    {
        var lines = File.ReadAllLines(Repository.Find("deploy/container/Containerfile"));
        Assert.Equal(2, lines.Count(line => line.StartsWith("FROM ", StringComparison.Ordinal)));
        Assert.Equal("USER 1654:1654", lines.Last(line => line.StartsWith("USER ", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines.SkipWhile(line => !line.StartsWith("USER ", StringComparison.Ordinal)), line => line.StartsWith("RUN ", StringComparison.Ordinal));
    }

    [Theory, InlineData("deploy/compose/compose.yaml", "read_only: true", "no-new-privileges:true", "cap_drop: [ALL]")]
    public void Compose_Nodes_MayWriteNothingAndGainNothing(string file, params string[] said)
    {
        var text = File.ReadAllText(Repository.Find(file));
        Assert.All(said, line => Assert.Contains(line, text, StringComparison.Ordinal));
    }
}
