using System.CommandLine;
using Aggregator.Hosting;

namespace Aggregator.Commands;

/// <summary><c>aggregator serve</c>: runs the server until it is told to stop.</summary>
internal static class ServeCommand
{
    private const string DefaultUrls = "http://127.0.0.1:5080";

    internal static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The folder that keeps everything.", DefaultValueFactory = _ => new DirectoryInfo("data") };
        var urls = new Option<string>("--urls") { Description = "Where to listen, separated by ';'.", DefaultValueFactory = _ => DefaultUrls };
        var demo = new Option<bool>("--demo") { Description = "Feed in an invented month of news, at a pace to watch, with topics for it." };
        var role = new Option<ServerRole>("--role") { Description = "All, or one part of a cluster: 'silo' runs the stages, 'api' serves HTTP. Both need Store:Postgres." };
        var command = new Command("serve", "Run the server: intake, topics, feeds and the page.") { data, urls, demo, role };
        command.SetAction((parsed, cancellation) =>
            RunAsync(new ServeSettings(parsed.GetValue(data)!, parsed.GetValue(urls)!, parsed.GetValue(demo), parsed.GetValue(role)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ServeSettings settings, CancellationToken cancellation)
    {
        await using var server = await ServerRun.StartAsync(settings, cancellation);
        if (server.Address is not { } address) return ExitCodes.CannotStart;
        foreach (var url in server.Addresses) Console.WriteLine($"Listening on {url}");
        Console.WriteLine($"The page is at {address} and the API's reference at {new Uri(address, "reference")}. Stop with Ctrl+C.");
        await server.UntilStoppedAsync(cancellation);
        return ExitCodes.Done;
    }
}
