using System.Collections.Immutable;
using Aggregator.Archive;
using Aggregator.Intake;
using Aggregator.Topics;
using Orleans.Concurrency;

namespace Aggregator.Demo;

/// <summary>
/// Plays the sample set into the inbox at a pace that a person can watch. A server that was stopped midway takes it up where it was.
/// </summary>
internal sealed partial class DemoPlayer(IGrainFactory grains, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<DemoPlayer> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(350);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartedAsync(stoppingToken);
        var demo = DemoSet.Load();
        foreach (var topic in demo.Topics)
        {
            var reply = await grains.GetGrain<ITopicGrain>(topic.Id).PutAsync(topic.Title, topic.Description, topic.Question);
            if (reply.Error is { } error) LogRefused(logger, topic.Id, error.Message);
        }
        LogPlaying(logger, demo.Steps.Count);
        var played = new Dictionary<string, int>();
        using var timer = new PeriodicTimer(Pace, clock);
        foreach (var step in demo.Steps)
        {
            var change = played[step.ArticleId] = played.GetValueOrDefault(step.ArticleId) + 1;
            if (await IsPlayedAsync(step, change)) continue;
            await grains.GetGrain<IIntakeGateGrain>(0).SubmitAsync(ImmutableArray.Create(SubmissionOf(step)).AsImmutable(), stoppingToken);
            await timer.WaitForNextTickAsync(stoppingToken);
        }
        LogPlayed(logger);
    }

    private async Task StartedAsync(CancellationToken cancellation)
    {
        var started = new TaskCompletionSource();
        using var onStart = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellation);
    }

    private async Task<bool> IsPlayedAsync(DemoStep step, int change) =>
        await grains.GetGrain<IArchiveGrain>(0).ReadArticleAsync(ArticleId.Parse(step.ArticleId)) is { } article && article.Revision >= change;

    private static Submission SubmissionOf(DemoStep step) => step switch
    {
        DemoSubmission article => new Submission
        {
            Id = ArticleId.Parse(article.ArticleId), Url = article.Url.AbsoluteUri, Outlet = article.Outlet, PublishedAt = article.PublishedAt, Title = article.Title, Text = article.Text,
        },
        DemoWithdrawal withdrawal => new Submission { Id = ArticleId.Parse(withdrawal.ArticleId), PublishedAt = withdrawal.PublishedAt, Reason = withdrawal.Reason },
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Not a kind of step."),
    };

    [LoggerMessage(LogLevel.Information, "Playing the demo: {StepCount} steps.")]
    private static partial void LogPlaying(ILogger logger, int stepCount);

    [LoggerMessage(LogLevel.Information, "The demo is played to its end.")]
    private static partial void LogPlayed(ILogger logger);

    [LoggerMessage(LogLevel.Error, "The demo's topic {Topic} was refused: {Error}")]
    private static partial void LogRefused(ILogger logger, string topic, string error);
}
