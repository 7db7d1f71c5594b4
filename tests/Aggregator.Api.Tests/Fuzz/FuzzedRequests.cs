using System.Text;
using System.Text.Json;

namespace Aggregator.Fuzz;

/// <summary>Makes requests of the OpenAPI document's operations: each by its number alone, so that one that fails can be made again.</summary>
internal sealed class FuzzedRequests(JsonElement document, int seed)
{
    private static readonly string[] Ids = ["f-1", "f-2", "f-3", "calls", "0123456789ab", "article-1", "nothing"];
    private static readonly string[] MediaTypes = ["application/json", "text/plain", "application/x-ndjson", "application/xml", "text/x-opml", "application/json; charset=utf-16", "multipart/form-data", "*/*", "a", ""];
    private static readonly string[] Accepts = ["*/*", "application/json", "text/html", "application/atom+xml;q=0.5, */*;q=0", "text/event-stream", "application/json;q=2", ",,,", "a/b;c"];

    private readonly IReadOnlyList<FuzzedOperation> _operations = FuzzedOperation.ReadAll(document);

    /// <summary>The request of a number, with a line that shows it.</summary>
    internal (HttpRequestMessage Request, string Shown) Make(int number, Uri server)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        var isTame = random.Next(2) == 0;
        var values = new FuzzedValues(document, random, isTame);
        var operation = _operations[number % _operations.Count];
        var path = string.Join('/', operation.Path.Split('/').Select(part => part.StartsWith('{') ? IdOf(random, values) : part));
        var query = string.Join('&', operation.Query.Where(_ => random.Next(3) == 0).Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(Whole(values.Text(parameter.Schema)))}"));
        if (!isTame && random.Next(8) == 0) query += $"&{Uri.EscapeDataString(Whole(values.Text(default)))}={Uri.EscapeDataString(Whole(values.Text(default)))}";
        if (!isTame && random.Next(8) == 0) query += "&token=" + new string('0', random.Next(70));
        var method = !isTame && random.Next(20) == 0 ? "PATCH" : operation.Method;
        // As it stands: dots and escapes are not to be tidied up before they are sent.
        var address = new Uri($"{server.Scheme}://{server.Authority}{path}{(query.Length == 0 ? "" : "?" + query.TrimStart('&'))}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var request = new HttpRequestMessage(new HttpMethod(method), address);
        var body = operation.Bodies.Count > 0 || random.Next(30) == 0 ? Body(request, operation, random, values, isTame) : "";
        if (isTame) return (request, Show(number, method, address, body));
        foreach (var (name, odds) in new[] { ("If-None-Match", 20), ("Last-Event-ID", 12), ("X-Forwarded-For", 200), ("Accept-Encoding", 20), ("X-API-Key", 200), ("traceparent", 20) })
            if (random.Next(odds) == 0) request.Headers.TryAddWithoutValidation(name, OneLine(values.Text(default)));
        if (random.Next(8) == 0) request.Headers.TryAddWithoutValidation("Accept", Accepts[random.Next(Accepts.Length)]);
        return (request, Show(number, method, address, body));
    }

    private static string Show(int number, string method, Uri address, string body) => $"#{number} {method} {address.PathAndQuery} {(body.Length > 600 ? body[..600] + "…" : body)}";

    private static string IdOf(Random random, FuzzedValues values) => random.Next(3) == 0 ? Uri.EscapeDataString(Whole(values.Text(default))) : Ids[random.Next(Ids.Length)];

    private static string Body(HttpRequestMessage request, FuzzedOperation operation, Random random, FuzzedValues values, bool isTame)
    {
        var (mediaType, schema) = operation.Bodies.Count == 0 ? ("application/json", default) : operation.Bodies[random.Next(operation.Bodies.Count)];
        var json = new StringBuilder();
        var lineCount = mediaType.Contains("ndjson", StringComparison.Ordinal) ? random.Next(1, 6) : 1;
        for (var line = 0; line < lineCount; line++)
        {
            values.Write(json, schema);
            if (lineCount > 1) json.Append('\n');
        }
        var bytes = Encoding.UTF8.GetBytes(json.ToString());
        switch (isTame ? 13 : random.Next(14))
        {
            case 0: bytes = bytes[..(bytes.Length / 2)]; break;
            case 1: random.NextBytes(bytes); break;
            case 2: bytes = []; break;
            case 3 when bytes.Length > 0: bytes[random.Next(bytes.Length)] = 0xC3; break;
            case 4: bytes = Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><opml><body><outline xmlUrl=\"https://a.example/&b;\"/></body></opml>"); break;
            default: break;
        }
        request.Content = new ByteArrayContent(bytes);
        var said = !isTame && random.Next(12) == 0 ? MediaTypes[random.Next(MediaTypes.Length)] : mediaType;
        if (said.Length > 0) request.Content.Headers.TryAddWithoutValidation("Content-Type", said);
        return Encoding.UTF8.GetString(bytes);
    }

    // A header can't hold the end of its own line: the client would not send it.
    private static string OneLine(string text) => new([.. text.Where(letter => letter is >= ' ' and < '\u007f').Take(2_000)]);

    // What is escaped for an address must be whole characters.
    private static string Whole(string text) => new([.. text.Where(letter => !char.IsSurrogate(letter))]);
}
