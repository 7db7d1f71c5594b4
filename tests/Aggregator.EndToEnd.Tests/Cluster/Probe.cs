using System.Globalization;
using System.Net.Http.Json;
using Xunit;

namespace Aggregator.Cluster;

/// <summary>Asks one node for one of several topics, which are spread over all nodes.</summary>
internal sealed class Probe(HttpClient client, int topic)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"/v1/topics/probe-{topic}"), UriKind.Relative);

    internal Task DefineAsync() => AskAsync(cancellation => client.PutAsJsonAsync(Address, new { title = "Probe", question = "kind:aid" }, cancellation));

    /// <summary>Returns once the topic was answered.</summary>
    internal Task AnsweredAsync() => AskAsync(cancellation => client.GetAsync(Address, cancellation));

    private static async Task AskAsync(Func<CancellationToken, Task<HttpResponseMessage>> ask)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        do
        {
            using var one = CancellationTokenSource.CreateLinkedTokenSource(patience.Token);
            one.CancelAfter(TimeSpan.FromSeconds(2));
            try
            {
                using var answer = await ask(one.Token);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
            {
                // Asked again, until patience ends.
            }
        }
        while (await pause.WaitForNextTickAsync(patience.Token));
    }
}
