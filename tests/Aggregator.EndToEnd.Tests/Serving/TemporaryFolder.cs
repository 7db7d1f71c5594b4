namespace Aggregator.Serving;

/// <summary>A folder that goes when the test is over.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("aggregator-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
