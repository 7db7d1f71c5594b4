using Aggregator.Store;
using Microsoft.Extensions.Options;

namespace Aggregator.Hosting;

/// <summary>A server in this process, from its start to its stop.</summary>
internal sealed class ServerRun : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ServerRun(WebApplication app) => _app = app;

    /// <summary>Where it listens; null when it could not start, which was said on standard error.</summary>
    internal Uri? Address { get; private set; }

    /// <summary>Every address it listens on.</summary>
    internal ICollection<string> Addresses => _app.Urls;

    internal static async Task<ServerRun> StartAsync(ServeSettings settings, CancellationToken cancellation)
    {
        var run = new ServerRun(AggregatorHost.Build(settings));
        try
        {
            if (AggregatorHost.Refusal(settings, run._app.Configuration) is { } refusal) throw new IOException(refusal);
            await run._app.Services.GetRequiredService<IStore>().OpenAsync(cancellation);
            if (await StartRule.RefusalAsync(settings, run._app.Services, cancellation) is { } closed) throw new IOException(closed);
            await run._app.StartAsync(cancellation);
            run.Address = new Uri(run._app.Urls.First());
        }
        catch (Exception fault) when (fault is StoreUnavailableException or IOException or OptionsValidationException)
        {
            await Console.Error.WriteLineAsync($"aggregator: {fault.Message}");
        }
        return run;
    }

    internal Task UntilStoppedAsync(CancellationToken cancellation) => _app.WaitForShutdownAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        if (Address is not null) await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
