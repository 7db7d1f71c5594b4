using System.CommandLine;
using Aggregator.Store;
using Aggregator.Store.Copying;
using Aggregator.Store.Postgres;
using Aggregator.Store.Sqlite;

namespace Aggregator.Commands;

/// <summary>
/// <c>aggregator copy --from sqlite --to postgres</c>: moves the store of a folder that nobody serves into the empty database that
/// <c>AGGREGATOR_Store__Postgres</c> names. Stopped, it goes on where it was when it is run again.
/// </summary>
internal static class CopyCommand
{
    internal static Command Create()
    {
        var from = new Option<string>("--from") { Description = "What is copied: sqlite, the store of the folder.", Required = true };
        from.AcceptOnlyFromAmong("sqlite");
        var to = new Option<string>("--to") { Description = "Where to: postgres, the empty database in AGGREGATOR_Store__Postgres.", Required = true };
        to.AcceptOnlyFromAmong("postgres");
        var data = new Option<DirectoryInfo>("--data") { Description = "The folder of the store; nobody may serve it.", DefaultValueFactory = _ => new DirectoryInfo("data") };
        var command = new Command("copy", "Move an embedded store into PostgreSQL; resumable and verified.") { from, to, data };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(data)!, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo data, CancellationToken cancellation)
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables("AGGREGATOR_").Build().GetSection("Store");
        var (source, target) = (settings.Get<SqliteStoreOptions>() ?? new(), settings.Get<PostgresStoreOptions>() ?? new());
        source.Folder = data.FullName;
        if (string.IsNullOrWhiteSpace(target.Postgres))
        {
            await Console.Error.WriteLineAsync("aggregator: set AGGREGATOR_Store__Postgres to the database that the store is to be copied into.");
            return ExitCodes.CannotStart;
        }
        try
        {
            var count = await new StoreCopy(source, target, TimeProvider.System).RunAsync(
                step => Console.WriteLine($"{step.Table}: {step.RowCount} rows{(step.Verified ? ", the same in both" : "")}"), cancellation);
            Console.WriteLine($"Copied: {count} rows. The folder is as it was; serve from PostgreSQL from now on.");
            return ExitCodes.Done;
        }
        catch (StoreUnavailableException fault)
        {
            await Console.Error.WriteLineAsync($"aggregator: {fault.Message}");
            return ExitCodes.CannotStart;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("aggregator: stopped. Run it again to go on.");
            return ExitCodes.Stopped;
        }
    }
}
