using System.Collections.Frozen;
using System.IO.Compression;
using Aggregator.Http;
using Microsoft.AspNetCore.StaticFiles;

namespace Aggregator.Page;

/// <summary>The page's files. They travel inside the assembly, so that a build, a published folder and a single file serve the same.</summary>
internal sealed class PageFiles
{
    private const string Prefix = "wwwroot/";
    private const int CompressedFrom = 1_024;

    private readonly FrozenDictionary<string, PageFile> _files;

    public PageFiles()
    {
        var types = new FileExtensionContentTypeProvider();
        _files = typeof(PageFiles).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Prefix.Length..].Replace('\\', '/'), name => Load(name, types));
    }

    /// <summary>The files' paths, relative, with slashes.</summary>
    internal IEnumerable<string> Paths => _files.Keys;

    /// <summary>The file at a path, or null.</summary>
    internal PageFile? Find(string path) => _files.GetValueOrDefault(path);

    private static PageFile Load(string name, FileExtensionContentTypeProvider types)
    {
        using var resource = typeof(PageFiles).Assembly.GetManifestResourceStream(name)!;
        using var buffer = new MemoryStream();
        resource.CopyTo(buffer);
        var bytes = buffer.ToArray();
        var type = types.TryGetContentType(name, out var known) ? known : "text/plain";
        if (type.StartsWith("text/", StringComparison.Ordinal)) type += "; charset=utf-8";
        return new PageFile(bytes, Compress(bytes), type, EntityTag.Of(bytes));
    }

    private static byte[]? Compress(byte[] bytes)
    {
        if (bytes.Length < CompressedFrom) return null;
        using var buffer = new MemoryStream();
        using (var brotli = new BrotliStream(buffer, CompressionLevel.Fastest, leaveOpen: true)) brotli.Write(bytes);
        return buffer.Length < bytes.Length ? buffer.ToArray() : null;
    }
}
