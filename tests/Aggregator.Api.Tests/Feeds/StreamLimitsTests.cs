using System.Net;
using System.Net.Sockets;
using System.Text;
using Aggregator.Access;
using Aggregator.Http;
using Aggregator.Serving;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Core.Internal;
using Xunit;

namespace Aggregator.Feeds;

/// <summary>What a node does when its streams are too many, too slow, or in the way of stopping: on a server of its own, with narrow bounds.</summary>
public sealed class StreamLimitsTests : IAsyncLifetime
{
    private readonly ApiServer _server = new(options => (options.StreamCountMax, options.StreamsPerClientMax, options.StreamQueueCountMax, options.HeartbeatSeconds, options.RenewSeconds) = (3, 3, 4, 1, 60));

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Follow_MoreThanThereArePlaces_IsRefusedUntilOneGoes()
    {
        await _server.DefineAsync("calls", "kind:call");
        var readers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => EventReader.OpenAsync(_server, "/v1/topics/calls/stream")));
        using (var answer = await _server.GetAsync("/v1/topics/calls/stream"))
        {
            await Refusal.IsAsync(ProblemKind.TooManyStreams, answer);
            Assert.NotNull(answer.Headers.RetryAfter);
        }
        foreach (var reader in readers) await reader.DisposeAsync();
        var hub = _server.Services.GetRequiredService<StreamHub>();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (hub.Count > 0) await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        await using var again = await EventReader.OpenAsync(_server, "/v1/topics/calls/stream");
    }

    [Fact]
    public async Task Follow_MoreThanOneClientMay_IsRefusedWhileOthersAreServed()
    {
        await using var strict = new ApiServer(options => options.StreamsPerClientMax = 1);
        await strict.InitializeAsync();
        await strict.DefineAsync("calls", "kind:call");
        await using var reader = await EventReader.OpenAsync(strict, "/v1/topics/calls/stream");
        using var answer = await strict.GetAsync("/v1/stream?topics=calls");
        await Refusal.IsAsync(ProblemKind.TooManyStreamsOfClient, answer);
        Assert.NotNull(answer.Headers.RetryAfter);
        var hub = strict.Services.GetRequiredService<StreamHub>();
        Assert.Equal(StreamOpening.Opened, hub.TryOpen("192.0.2.1"));
        hub.Close("192.0.2.1");
    }

    [Fact]
    public async Task Follow_OneSubscribersManyAddresses_AreOneClient()
    {
        await using var strict = new ApiServer(options => options.StreamsPerClientMax = 1, services => services.Configure<AccessOptions>(access =>
        {
            (access.KeysRequired, access.PublicRead) = (true, true);
            access.TrustedProxies.Add("127.0.0.1");
        }));
        await strict.InitializeAsync();
        await strict.Services.GetRequiredService<IGrainFactory>().GetGrain<Topics.ITopicGrain>("calls").PutAsync("Calls", "", "kind:call");
        async Task<HttpResponseMessage> FollowAsync(string address)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/v1/topics/calls/stream");
            request.Headers.Add("X-Forwarded-For", address);
            return await strict.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        }
        using var first = await FollowAsync("2001:db8:0:7::1");
        using var second = await FollowAsync("2001:db8:0:7:ffff::2");
        using var neighbour = await FollowAsync("2001:db8:0:8::1");
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [first.StatusCode, neighbour.StatusCode]);
        await Refusal.IsAsync(ProblemKind.TooManyStreamsOfClient, second);
    }

    [Fact]
    public async Task Follow_OnlyUnwantedEntries_BeatsTakeThePositionAlong()
    {
        await _server.DefineAsync("calls", "kind:call");
        await using var reader = await EventReader.OpenAsync(_server, "/v1/topics/calls/stream?after=0&kinds=attack");
        await _server.TellAsync("beat-1", "Samoa", "Tonga", 3);
        var block = await reader.BlockAsync();
        while (block is { Cursor: "" }) block = await reader.BlockAsync();
        Assert.Equal(("1", ""), (block?.Cursor, block?.Data));
    }

    [Fact]
    public async Task Follow_NothingHappens_BeatsAndEndsPromptlyWhenTheNodeStops()
    {
        await _server.DefineAsync("calls", "kind:call");
        await using var reader = await EventReader.OpenAsync(_server, "/v1/topics/calls/stream?after=0");
        await reader.BlockAsync();
        Assert.Equal(":", (await reader.BlockAsync())?.Other);
        var stopping = _server.StopAsync();
        Assert.Null(await reader.NextAsync());
        await stopping.WaitAsync(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Follow_TopicIsActivatedAnew_IsToldOnWithoutWaitingForARenewal()
    {
        await _server.DefineAsync("calls", "kind:call");
        await using var reader = await EventReader.OpenAsync(_server, "/v1/topics/calls/stream?after=0");
        await _server.TellAsync("moved-1", "Mongolia", "Norway", 1);
        Assert.Equal(1, Assert.Single(await reader.TakeAsync(1)).Id);
        // Renewals are due every 60 s, longer than this reader waits.
        var topic = _server.Services.GetRequiredService<IGrainFactory>().GetGrain<Topics.ITopicGrain>("calls");
        await topic.AsReference<IGrainManagementExtension>().DeactivateOnIdle(TestContext.Current.CancellationToken);
        await _server.TellAsync("moved-2", "Mongolia", "Peru", 2);
        Assert.Equal(2, Assert.Single(await reader.TakeAsync(1).WaitAsync(TimeSpan.FromSeconds(45), TestContext.Current.CancellationToken)).Id);
    }

    [Fact]
    public async Task Follow_ReaderTakesNothing_IsDisconnected()
    {
        await _server.DefineAsync("calls", "kind:call");
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4_096 };
        await socket.ConnectAsync(_server.Address.Host, _server.Address.Port, TestContext.Current.CancellationToken);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET /v1/topics/calls/stream?after=0 HTTP/1.1\r\nHost: {_server.Address.Authority}\r\n\r\n"), TestContext.Current.CancellationToken);
        var hub = _server.Services.GetRequiredService<StreamHub>();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (hub.Count == 0) await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        var stream = hub.Hold(Topics.TopicId.Parse("calls"));
        var entry = Sample.Entry(1);
        var large = entry with { Event = entry.Event with { Headline = new string('a', 400_000) } };
        for (var position = 1; hub.Count > 0; position++)
        {
            await stream.OnRecordedAsync(new([large with { Position = position }]));
            await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
        hub.Release(stream);
    }
}
