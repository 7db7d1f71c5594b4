using Aggregator.Stages;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Aggregator.Intake;

/// <summary>A real silo that polls a real site on loopback.</summary>
internal sealed class PollingSilo : IAsyncDisposable
{
    private static readonly string[] Loopback = ["127.0.0.0/8"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly string _folder;
    private readonly Action<SourceOptions>? _change;
    private TestSilo _silo = null!;

    private PollingSilo(string folder, LoopbackSite site, Action<SourceOptions>? change) => (_folder, Site, _change) = (folder, site, change);

    internal LoopbackSite Site { get; }

    internal static async Task<PollingSilo> StartAsync(Action<SourceOptions>? change = null)
    {
        var polling = new PollingSilo(Directory.CreateTempSubdirectory("aggregator-sources-").FullName, await LoopbackSite.StartAsync(), change);
        await polling.StartSiloAsync();
        return polling;
    }

    /// <summary>Stops the silo and starts another over the same store.</summary>
    internal async Task RestartAsync()
    {
        await _silo.DisposeAsync();
        await StartSiloAsync();
    }

    internal ISourceGrain Source(string id) => _silo.Grains.GetGrain<ISourceGrain>(id);

    /// <summary>Defines a source and returns once its first poll is over.</summary>
    internal async Task<SourceHealth> PutAsync(string id, string path, Func<SourceDefinition, SourceDefinition>? change = null)
    {
        var definition = new SourceDefinition { Id = SourceId.Parse(id), Url = Site.At(path).AbsoluteUri };
        await Source(id).PutAsync(change?.Invoke(definition) ?? definition);
        return await UntilAsync(id, health => health.LastOutcome is not null);
    }

    internal async Task<SourceHealth> PollAsync(string id)
    {
        var before = (await Source(id).ReadStatusAsync())!.Health.LastPollAt;
        var status = await Source(id).PollAsync();
        Assert.True(status!.Health.LastPollAt is { } at && !(at <= before));
        return status.Health;
    }

    internal async Task<SourceHealth> UntilAsync(string id, Func<SourceHealth, bool> wanted)
    {
        using var timeout = new CancellationTokenSource(Patience);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (true)
        {
            if (await Source(id).ReadStatusAsync() is { } status && wanted(status.Health)) return status.Health;
            await pause.WaitForNextTickAsync(timeout.Token);
        }
    }

    internal async Task UntilAskedAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (Site.Requests.IsEmpty) await pause.WaitForNextTickAsync(timeout.Token);
    }

    internal Task<Article?> ReadArticleAsync(string source, string ownId) =>
        _silo.Store.ReadArticleAsync(ArticleIdentity.Of(SourceId.Parse(source), ownId), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _silo.DisposeAsync();
        await Site.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartSiloAsync() => _silo = await TestSilo.StartAsync(_folder, configure: services => services.Configure<SourceOptions>(options =>
    {
        options.AllowedNetworks = Loopback;
        options.HostPauseMilliseconds = 0;
        _change?.Invoke(options);
    }));
}
