using Aggregator.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Aggregator.Page;

/// <summary>Serves the page at <c>/</c> and its files beside it.</summary>
internal static class PageEndpoints
{
    private const string Index = "index.html";

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var files = routes.ServiceProvider.GetRequiredService<PageFiles>();
        var page = routes.MapGroup("").AllowAnonymous();
        foreach (var path in files.Paths) MapFile(page, $"/{path}", files.Find(path)!);
        if (files.Find(Index) is { } index) MapFile(page, "/", index);
    }

    private static void MapFile(IEndpointRouteBuilder routes, string path, PageFile file) =>
        routes.MapRead(path, (HttpRequest request, HttpResponse response) => Serve(request, response, file)).ExcludeFromDescription();

    private static BodyReply Serve(HttpRequest request, HttpResponse response, PageFile file)
    {
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (file.Compressed is not { } compressed || !TakesBrotli(request)) return new BodyReply(file.Bytes, file.ContentType) { Tag = file.Tag };
        response.Headers.ContentEncoding = "br";
        return new BodyReply(compressed, file.ContentType) { Tag = $"{file.Tag[..^1]}-br\"" };
    }

    private static bool TakesBrotli(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var encodings)
        && encodings.Any(encoding => encoding.Value.Equals("br", StringComparison.OrdinalIgnoreCase) && encoding.Quality is not 0);
}
