using Aggregator.Access;
using Aggregator.Store;
using Microsoft.Extensions.Options;

namespace Aggregator.Hosting;

/// <summary>What has to be there before a server that others can reach may start: a key, so that not everybody is let in.</summary>
internal static class StartRule
{
    private const string NoKey =
        """
        it would listen beyond this machine, and there is no key to let anybody in by. Do one of these and start again:
          aggregator keys create NAME --scope manage    makes a key in the store (with --data or AGGREGATOR_Store__Postgres as for serve)
          AGGREGATOR_Access__BootstrapKeyFile=FILE      takes the first key from a file, as containers mount secrets
          AGGREGATOR_Access__Jwt__Authority=URL         lets in by tokens of an identity provider (with AGGREGATOR_Access__Jwt__Audience)
          --urls http://127.0.0.1:5080                  listens to this machine alone, which needs no key
        """;

    /// <summary>True when only this machine can reach the server: all its addresses are of loopback.</summary>
    internal static bool IsLocal(ServeSettings settings, IConfiguration configuration) =>
        settings.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).All(AccessStart.IsLocalAddress)
        && configuration.GetSection("Kestrel:Endpoints").GetChildren().All(endpoint => endpoint["Url"] is not { } url || AccessStart.IsLocalAddress(url));

    /// <summary>Why the server may not start; null when it may. The store is open.</summary>
    internal static async Task<string?> RefusalAsync(ServeSettings settings, IServiceProvider services, CancellationToken cancellation)
    {
        // A silo of its own serves probes alone.
        if (settings.Role == ServerRole.Silo || !AccessStart.NeedsStoredKey(services.GetRequiredService<IOptions<AccessOptions>>().Value)) return null;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var keys = await services.GetRequiredService<IStore>().ReadKeysAsync(cancellation);
        return keys.Keys.Any(key => KeyRule.IsLive(key, now)) ? null : NoKey;
    }
}
