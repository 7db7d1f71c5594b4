
namespace Aggregator.Store;

/// <summary>The SQLite store passes the suite.</summary>
public sealed class SqliteStoreTests : StoreConformance
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aggregator-store-");

    protected override IStore Create() => SqliteStores.In(_folder);

    protected override void Clear() => _folder.Delete(recursive: true);
}
