using System.Buffers;

namespace Aggregator.Extraction.Reading;

/// <summary>The characters of an e-mail address before its sign.</summary>
internal static class AddressUnits
{
    internal static readonly SearchValues<char> Local =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._%+-");
}
