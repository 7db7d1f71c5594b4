namespace Aggregator.Store.Sqlite;

/// <summary>Keeps a folder to one process. The operating system releases it with the process, however that ends.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <summary>Takes the folder, and makes it when it is not there.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="StoreUnavailableException">Another process has it, or it may not be written.</exception>
    internal static FolderLock Take(string folder)
    {
        var path = Path.Combine(folder, "aggregator.lock");
        try
        {
            Directory.CreateDirectory(folder);
            return new FolderLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException fault) when (fault is not (DirectoryNotFoundException or PathTooLongException) && File.Exists(path) && Directory.Exists(folder))
        {
            throw new StoreUnavailableException(
                $"Another Aggregator is running on '{Path.GetFullPath(folder)}'. End it, or choose another folder (--data).", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw StoreFaults.Explain(fault, path);
        }
    }

    public void Dispose() => _file.Dispose();
}
