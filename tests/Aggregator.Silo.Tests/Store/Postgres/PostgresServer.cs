using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Aggregator.Store.Postgres;

/// <summary>A PostgreSQL of the test's own, from the machine's package, in a temporary folder on the loopback address, with fsync as in earnest.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    internal const string Password = "quiet-harbour-42";

    private static readonly string? Binaries = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(folder => int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture))
            .Select(folder => Path.Combine(folder, "bin")).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")))
        : null;

    private readonly string _folder;
    private readonly int _port;

    private PostgresServer(string folder, int port) => (_folder, _port) = (folder, port);

    /// <summary>Why there is none, and what to do; null when there is one.</summary>
    internal static string? Missing => Binaries is null ? "There is no PostgreSQL server under /usr/lib/postgresql; 'apt-get install postgresql' brings one." : null;

    internal static async Task<PostgresServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("aggregator-postgres-").FullName;
        var server = new PostgresServer(folder, FreePort());
        await File.WriteAllTextAsync(Path.Combine(folder, "password"), Password);
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", "-R", "postgres", folder);
        await AsOwnerAsync("initdb", "-D", server.Data, "-U", "postgres", "-A", "scram-sha-256", "--pwfile", Path.Combine(folder, "password"), "-E", "UTF8", "--locale", "C.UTF-8");
        await server.ResumeAsync();
        return server;
    }

    /// <summary>How to reach a database of it.</summary>
    internal string ConnectionString(string database) => string.Create(
        CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Database={database};Username=postgres;Password={Password}");

    internal Task CreateDatabaseAsync(string database) => RunSqlAsync("postgres", $"CREATE DATABASE {database}");

    /// <summary>Makes a database whose tables lie in a folder of their own, as on a disk of their own.</summary>
    internal async Task CreateDatabaseAsync(string database, string folder)
    {
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", "-R", "postgres", folder);
        await RunSqlAsync("postgres", $"CREATE TABLESPACE {database}_disk LOCATION '{folder}'");
        await RunSqlAsync("postgres", $"CREATE DATABASE {database} TABLESPACE {database}_disk");
    }

    /// <summary>Runs a statement as the server's owner.</summary>
    internal async Task RunSqlAsync(string database, string sql)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(ConnectionString(database) + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The number that a query gives.</summary>
    internal async Task<long> CountAsync(string database, string sql)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(ConnectionString(database) + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync() ?? throw new InvalidOperationException("The query gives nothing."));
    }

    /// <summary>Cuts every connection to a database, as a proxy or a network between might.</summary>
    internal Task CutAsync(string database) =>
        RunSqlAsync("postgres", $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'");

    /// <summary>Runs one of PostgreSQL's tools against a database of it, such as <c>pg_dump</c>.</summary>
    internal Task RunToolAsync(string tool, string database, params string[] arguments) => RunAsync(
        "env", [$"PGPASSWORD={Password}", Path.Combine(Binaries!, tool), "-h", "127.0.0.1", "-p", _port.ToString(CultureInfo.InvariantCulture), "-U", "postgres", "-d", database, .. arguments]);

    /// <summary>What it and its sessions, also those that ended, have used of processors since its start.</summary>
    internal double ProcessorSeconds()
    {
        var owner = int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        var ticks = 0L;
        foreach (var process in Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)))
        {
            // https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: behind the name come state, parent and, from the 12th on, the times; of the parent also
            // its dead children's.
            if (ReadStat(process!) is not { Length: > 15 } stat) continue;
            if (process == owner.ToString(CultureInfo.InvariantCulture)) ticks += stat[11..15].Sum(text => long.Parse(text, CultureInfo.InvariantCulture));
            else if (stat[1] == owner.ToString(CultureInfo.InvariantCulture)) ticks += stat[11..13].Sum(text => long.Parse(text, CultureInfo.InvariantCulture));
        }
        return ticks / 100.0;
    }

    /// <summary>Ends it as a crash would.</summary>
    internal Task HaltAsync() => AsOwnerAsync("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");

    /// <summary>Starts it again; returns when it answers.</summary>
    internal Task ResumeAsync() => AsOwnerAsync(
        "pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "-o",
        string.Create(CultureInfo.InvariantCulture, $"-p {_port} -h 127.0.0.1 -k {_folder} -c max_connections=200"), "start");

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid"))) await HaltAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder, "data");

    /// <summary>The server refuses to run as root.</summary>
    private static Task AsOwnerAsync(string tool, params string[] arguments)
    {
        var path = Path.Combine(Binaries!, tool);
        return Environment.IsPrivilegedProcess ? RunAsync("runuser", ["-u", "postgres", "--", path, .. arguments]) : RunAsync(path, arguments);
    }

    private static async Task RunAsync(string file, params string[] arguments)
    {
        // Its output is not redirected: the server would inherit the pipe and keep it open.
        var start = new ProcessStartInfo("bash", ["-c", "\"$@\" >/dev/null 2>&1", "bash", file, .. arguments]) { WorkingDirectory = "/" };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("No process was started.");
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static string[] ReadStat(string process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile.
            return [];
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
