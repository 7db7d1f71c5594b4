using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Aggregator.Access;
using Aggregator.Store;

namespace Aggregator.Commands;

/// <summary>
/// <c>aggregator keys create|list|rotate|revoke</c>: access keys of a store that nobody serves or that is a PostgreSQL, or with <c>--url</c> of a running server.
/// A new token is alone on standard output, so that it can be led into a file.
/// </summary>
internal static class KeysCommand
{
    private static readonly Option<DirectoryInfo> Data = new("--data") { Description = "The folder of a store that nobody serves; AGGREGATOR_Store__Postgres goes before it.", DefaultValueFactory = _ => new DirectoryInfo("data"), Recursive = true };
    private static readonly Option<string?> Url = ServerOption();
    private static readonly Option<FileInfo?> KeyFile = Recursive(ClientKey.Option());
    private static readonly Argument<string> Id = KeyArgument();

    internal static Command Create() => new("keys", "Make, list, rotate and revoke access keys.") { CreateKey(), ListKeys(), RotateKey(), RevokeKey(), Data, Url, KeyFile };

    private static Command CreateKey()
    {
        var name = new Argument<string>("name") { Description = "Whose it is or what for, 1 to 100 characters." };
        name.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not { Length: > 0 and <= KeyRule.NameLengthMax } said || said.Any(char.IsControl)) result.AddError("A name has 1 to 100 characters.");
        });
        var scopes = new Option<AccessScope[]>("--scope") { Description = "read, ingest or manage; may be given several times. manage is everything.", Required = true, AllowMultipleArgumentsPerToken = true };
        var days = new Option<int?>("--days") { Description = "After how many days it ends by itself; never where not given." };
        days.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > 36_500) result.AddError("--days takes 1 to 36500.");
        });
        var rate = new Option<int?>("--requests-per-minute") { Description = "Requests a minute that it may make; the server's own bound where not given." };
        rate.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > 10_000_000) result.AddError("--requests-per-minute takes 1 to 10000000.");
        });
        var command = new Command("create", "Make a key; its token is shown this once.") { name, scopes, days, rate };
        command.SetAction((parsed, cancellation) => RunAsync(parsed, async desk =>
        {
            var request = new KeyRequest
            {
                Name = parsed.GetValue(name)!, Scopes = ImmutableArray.Create(parsed.GetValue(scopes)!), RequestsPerMinute = parsed.GetValue(rate),
                ExpiresAt = parsed.GetValue(days) is { } count ? DateTimeOffset.UtcNow.AddDays(count) : null,
            };
            await ShowTokenAsync(await desk.CreateAsync(request, cancellation));
        }, cancellation));
        return command;
    }

    private static Command ListKeys()
    {
        var command = new Command("list", "List keys, also those that ended, with when each was last used.");
        command.SetAction((parsed, cancellation) => RunAsync(parsed, async desk =>
        {
            Console.WriteLine($"{"id",-12}  {"scopes",-20}  {"last used",-16}  {"state",-28}  name");
            foreach (var key in await desk.ListAsync(cancellation))
                Console.WriteLine($"{key.Id,-12}  {string.Join(',', key.Scopes),-20}  {(key.LastUsedAt is { } used ? Text(used) : "never"),-16}  {State(key),-28}  {key.Name}");
        }, cancellation));
        return command;
    }

    private static Command RotateKey()
    {
        var overlap = new Option<double>("--overlap-hours") { Description = "How long the token it had works on.", DefaultValueFactory = _ => 24 };
        overlap.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0 and <= 720)) result.AddError("--overlap-hours takes 0 to 720.");
        });
        var command = new Command("rotate", "Give a key a new token, shown this once; the one it had works on for a while.") { Id, overlap };
        command.SetAction((parsed, cancellation) => RunAsync(parsed, async desk =>
            await ShowTokenAsync(await desk.RotateAsync(KeyId.Parse(parsed.GetValue(Id)!), TimeSpan.FromHours(parsed.GetValue(overlap)), cancellation)), cancellation));
        return command;
    }

    private static Command RevokeKey()
    {
        var command = new Command("revoke", "Take a key back; running nodes notice within Access:RefreshSeconds.") { Id };
        command.SetAction((parsed, cancellation) => RunAsync(parsed, async desk =>
        {
            var key = await desk.RevokeAsync(KeyId.Parse(parsed.GetValue(Id)!), cancellation);
            Console.WriteLine($"Key {key.Id} ({key.Name}) is revoked.");
        }, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Func<IKeyDesk, Task> work, CancellationToken cancellation)
    {
        try
        {
            await using IKeyDesk desk = parsed.GetValue(Url) is { } url ? ServerDesk.Open(new Uri(url), parsed.GetValue(KeyFile)) : await StoreDesk.OpenAsync(parsed.GetValue(Data)!, cancellation);
            await work(desk);
            return ExitCodes.Done;
        }
        catch (Exception fault) when (fault is IOException or StoreUnavailableException or HttpRequestException)
        {
            var hint = fault is StoreUnavailableException ? " A running server changes its keys itself: add --url ADDRESS." : "";
            await Console.Error.WriteLineAsync($"aggregator: {fault.Message}{hint}");
            return ExitCodes.CannotStart;
        }
    }

    private static async Task ShowTokenAsync(ShownKey key)
    {
        await Console.Error.WriteLineAsync($"Key {key.Id} ({key.Name}): {string.Join(", ", key.Scopes)}. This is its token; it can't be shown again:");
        Console.WriteLine(key.Token);
    }

    private static string State(ShownKey key) =>
        key.RevokedAt is { } revoked ? $"revoked {Text(revoked)}"
        : key.ExpiresAt is { } end ? $"{(end <= DateTimeOffset.UtcNow ? "expired" : "until")} {Text(end)}"
        : key.OverlapEndsAt > DateTimeOffset.UtcNow ? $"old token to {Text(key.OverlapEndsAt.Value)}"
        : "live";

    private static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static Option<string?> ServerOption()
    {
        var url = new Option<string?>("--url") { Description = "Instead of a store: a running server.", Recursive = true };
        url.Validators.Add(result =>
        {
            if (!Uri.TryCreate(result.GetValueOrDefault<string>(), UriKind.Absolute, out var read) || read.Scheme is not ("http" or "https")) result.AddError("--url takes an http or https address.");
        });
        return url;
    }

    private static Option<FileInfo?> Recursive(Option<FileInfo?> option)
    {
        option.Recursive = true;
        return option;
    }

    private static Argument<string> KeyArgument()
    {
        var id = new Argument<string>("id") { Description = "The key's id, the part of its token behind agg_." };
        id.Validators.Add(result =>
        {
            if (!KeyId.TryParse(result.GetValueOrDefault<string>(), out _)) result.AddError("A key's id has 12 characters of 0-9 a-f.");
        });
        return id;
    }
}
