using System.Globalization;

namespace Aggregator.Serving;

/// <summary>A disk of a few megabytes, in memory.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private SmallDisk(string path) => Path = path;

    internal string Path { get; }

    /// <summary>Mounts one; null where that is not allowed.</summary>
    internal static async Task<SmallDisk?> TryMountAsync(int megabytes)
    {
        var path = Directory.CreateTempSubdirectory("aggregator-disk-").FullName;
        try
        {
            await CommandRun.RunAsync("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m,mode=0755"), "tmpfs", path);
            return new SmallDisk(path);
        }
        catch (Exception fault) when (fault is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            Directory.Delete(path);
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CommandRun.RunAsync("umount", Path);
        Directory.Delete(Path);
    }
}
