namespace Aggregator.Serving;

/// <summary>The repository that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>A file or folder of it.</summary>
    internal static string Find(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Aggregator.sln"))) folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests lie outside the repository.");
        return Path.Combine(folder.FullName, path);
    }
}
