using System.Text.Json;

namespace Aggregator.Fuzz;

/// <summary>Makes requests of the OpenAPI document's operations: each by its number alone, so that one that fails can be made again.</summary>
internal sealed class FuzzedRequests(JsonElement document, FuzzedWorld world, int seed)
{
    private static readonly string[] Accepts = ["*/*", "application/json", "text/html", "application/atom+xml;q=0.5, */*;q=0", "text/event-stream", "application/json;q=2", ",,,", "a/b;c"];

    private readonly IReadOnlyList<FuzzedOperation> _operations = FuzzedOperation.ReadAll(document);

    /// <summary>The operation of a request's number, as METHOD path.</summary>
    internal string OperationOf(int number) => _operations[number % _operations.Count] is var operation ? $"{operation.Method} {operation.Path}" : "";

    /// <summary>The request of a number, with a line that shows it.</summary>
    internal (HttpRequestMessage Request, string Shown) Make(int number)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        var isTame = random.Next(2) == 0;
        var values = new FuzzedValues(document, random, isTame, world);
        var operation = _operations[number % _operations.Count];
        var path = PathOf(operation, values);
        var query = string.Join('&', operation.Query.Where(_ => random.Next(3) == 0).Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(Whole(values.Text(parameter.Schema, parameter.Name)))}"));
        if (!isTame && random.Next(8) == 0) query += $"&{Uri.EscapeDataString(Whole(values.Text(default)))}={Uri.EscapeDataString(Whole(values.Text(default)))}";
        if (!isTame && random.Next(8) == 0) query += "&token=" + new string('0', random.Next(70));
        var method = !isTame && random.Next(20) == 0 ? "PATCH" : operation.Method;
        // As it stands: dots and escapes are not to be tidied up before they are sent.
        var address = new Uri($"{world.Server.Scheme}://{world.Server.Authority}{path}{(query.Length == 0 ? "" : "?" + query.TrimStart('&'))}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var request = new HttpRequestMessage(new HttpMethod(method), address);
        var body = operation.Bodies.Count > 0 || random.Next(30) == 0 ? new FuzzedBody(random, values, isTame).Put(request, operation) : "";
        if (isTame) return (request, Show(number, method, address, body));
        foreach (var (name, odds) in new[] { ("If-None-Match", 20), ("Last-Event-ID", 12), ("X-Forwarded-For", 200), ("Accept-Encoding", 20), ("X-API-Key", 200), ("traceparent", 20) })
            if (random.Next(odds) == 0) request.Headers.TryAddWithoutValidation(name, OneLine(values.Text(default)));
        if (random.Next(8) == 0) request.Headers.TryAddWithoutValidation("Accept", Accepts[random.Next(Accepts.Length)]);
        return (request, Show(number, method, address, body));
    }

    private static string Show(int number, string method, Uri address, string body) => $"#{number} {method} {address.PathAndQuery} {(body.Length > 600 ? body[..600] + "…" : body)}";

    // An id stands after the resource that it is of.
    private static string PathOf(FuzzedOperation operation, FuzzedValues values)
    {
        var parts = operation.Path.Split('/');
        return string.Join('/', parts.Select((part, at) => part.StartsWith('{') ? Uri.EscapeDataString(Whole(values.Id(parts[at - 1]))) : part));
    }

    // A header can't hold the end of its own line: the client would not send it.
    private static string OneLine(string text) => new([.. text.Where(letter => letter is >= ' ' and < '\u007f').Take(2_000)]);

    // What is escaped for an address must be whole characters.
    private static string Whole(string text) => new([.. text.Where(letter => !char.IsSurrogate(letter))]);
}
