namespace Aggregator.Page;

/// <summary>A file of the page, as it travels inside the assembly.</summary>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Compressed">The same compressed with Brotli, where that is worth it; else null.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Tag">Its entity tag, quoted.</param>
internal sealed record PageFile(byte[] Bytes, byte[]? Compressed, string ContentType, string Tag);
