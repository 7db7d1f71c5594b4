using Aggregator.Store;
using Aggregator.Subscriptions;
using Microsoft.Extensions.Logging;

namespace Aggregator.Intake;

/// <content>The subscriber's side of WebSub: hubs that feeds name are asked to push, and heard.</content>
internal sealed partial class SourceGrain
{
    private PushMemory? _push;
    private PushMemory? _left;
    private Task? _asking;

    public Task<bool> TakesPushesAsync(string token) => Task.FromResult(_push?.IsOf(token) == true);

    public async Task<bool> AnswerHubAsync(HubQuestion question)
    {
        if (question.Mode == "unsubscribe") return _left is { } left && left.IsOf(question.Token) && left.Topic == question.Topic;
        if (question.Mode is not ("subscribe" or "denied") || _push?.IsOf(question.Token) != true || _push.Topic != question.Topic) return false;
        var isDone = false;
        await WritePushAsync((source, memory, push) =>
        {
            if (!push.IsOf(question.Token)) return source;
            isDone = true;
            return question.Mode == "denied"
                ? PushFold.Denied(source, memory, push, question.Reason, options.Value, clock.GetUtcNow())
                : PushFold.Confirmed(source, memory, push, question.LeaseSeconds, options.Value, clock.GetUtcNow());
        });
        if (isDone) LogHeard(logger, Id.Value, question.Mode);
        return isDone;
    }

    public async Task<PushReply> PushAsync(PushedContent content)
    {
        if (_stored is not { } stored || _push is not { Secret: { } secret } push || !push.IsOf(content.Token)) return new PushReply(PushOutcome.Unknown);
        var reply = HubSignature.IsOf(content.Signature, secret, content.Body.Value)
            ? await TakeAsync(stored.Definition, push, content)
            : await NoteAsync(PushOutcome.Unverified, PushFold.Unverified);
        metrics.Pushed(reply.Outcome);
        return reply;
    }

    private async Task<PushReply> TakeAsync(SourceDefinition source, PushMemory push, PushedContent content)
    {
        switch (await poller.TakePushAsync(source, PollMemory.Parse(_stored!.Polling), content, new Uri(push.Topic), _ending.Token))
        {
            case null:
                return await NoteAsync(PushOutcome.Hint, (current, memory, standing) => PushFold.Hinted(current, memory, standing, options.Value, clock.GetUtcNow()));
            case PollResult.PutOff putOff:
                return new PushReply(PushOutcome.Full, putOff.Wait);
            case PollResult.Taken taken:
                return await NoteAsync(PushOutcome.Taken, (current, memory, standing) => PushFold.Taken(current, memory, standing, taken, clock.GetUtcNow()));
            case var other:
                throw new InvalidOperationException($"A result that no push has: {other.GetType()}.");
        }
    }

    private async Task<PushReply> NoteAsync(PushOutcome outcome, Func<StoredSource, PollMemory, PushMemory, StoredSource> change)
    {
        await WritePushAsync(change);
        return new PushReply(outcome);
    }

    /// <summary>Asks the hub, or notes that its word has run out; or joins who does.</summary>
    private Task StepAsync() => _asking is { IsCompleted: false } ? _asking : _asking = StepOnceAsync();

    private async Task StepOnceAsync()
    {
        try
        {
            var now = clock.GetUtcNow();
            if (_stored?.Health.Push?.LeaseUntil <= now) await WritePushAsync((source, memory, push) => PushFold.Lapsed(source, memory, push, options.Value, now));
            if (_push is null || _push.NextAt > now) return;
            if (options.Value.CallbackUrl is not { } server)
            {
                await WritePushAsync((source, memory, _) => PushFold.Unaddressed(source, memory, options.Value, now));
                return;
            }
            await WritePushAsync((source, memory, push) => PushFold.Asking(source, memory, push, server, options.Value, now));
            if (_push is not { } asked) return;
            var result = await hubs.AskAsync(asked, subscribes: true, _ending.Token);
            LogAsked(logger, Id.Value, asked.Hub, result.Outcome);
            if (result.IsOk) return;
            await WritePushAsync((source, memory, push) => push.AskedAt != asked.AskedAt
                ? source : PushFold.NotAsked(source, memory, push, result.Error ?? result.Outcome, clock.GetUtcNow(), Random.Shared.NextDouble()));
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            // Whoever activates it next asks anew.
        }
        catch (Exception fault) when (fault is not StaleActivationException)
        {
            metrics.Survived("push");
            LogAskFailed(logger, Id.Value, fault);
            _timer?.Change(AfterFault, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Tells a hub, once, that its pushes are wanted no more. One that does not hear it is told by the answer to its next push.</summary>
    private async Task LeaveAsync(PushMemory left)
    {
        _left = left;
        try
        {
            var result = await hubs.AskAsync(left, subscribes: false, _ending.Token);
            LogLeft(logger, Id.Value, left.Hub, result.Outcome);
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            // It is told by the answer to its next push.
        }
    }

    private Task WritePushAsync(Func<StoredSource, PollMemory, PushMemory, StoredSource> change) =>
        WriteAsync(current => current is null || PollMemory.Parse(current.Polling) is not { Push: { } push } memory ? current : change(current, memory, push));

    [LoggerMessage(LogLevel.Information, "The hub {Hub} was asked to push source {Source}: {Outcome}.")]
    private static partial void LogAsked(ILogger logger, string source, string hub, string outcome);

    [LoggerMessage(LogLevel.Information, "The hub of source {Source} answered: {Mode}.")]
    private static partial void LogHeard(ILogger logger, string source, string mode);

    [LoggerMessage(LogLevel.Information, "The hub {Hub} was told that source {Source} wants no more pushes: {Outcome}.")]
    private static partial void LogLeft(ILogger logger, string source, string hub, string outcome);

    [LoggerMessage(LogLevel.Warning, "Asking the hub of source {Source} failed within; it is tried again in a minute.")]
    private static partial void LogAskFailed(ILogger logger, string source, Exception fault);
}
