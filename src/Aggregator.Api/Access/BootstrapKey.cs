using System.Collections.Immutable;
using Microsoft.Extensions.Options;

namespace Aggregator.Access;

/// <summary>The key of a file, which lets in before the store has any.</summary>
internal sealed class BootstrapKey(IOptions<AccessOptions> options, TimeProvider clock)
{
    private readonly AccessKey? _key = Read(options.Value.BootstrapKeyFile, clock.GetUtcNow());

    /// <summary>The key, by the hash of its secret; null where there is no file.</summary>
    internal AccessKey? Key => _key;

    /// <summary>What is wrong with a file; null when it holds a key.</summary>
    internal static string? Fault(string path) =>
        !File.Exists(path) ? $"there is no file {path}."
        : !AccessToken.TryParse(File.ReadAllText(path).Trim(), out _) ? "the file must hold one token: agg_, 12 hexadecimal digits, _, 64 hexadecimal digits, all in lower case."
        : null;

    private static AccessKey? Read(string? path, DateTimeOffset now)
    {
        if (path is null || !AccessToken.TryParse(File.ReadAllText(path).Trim(), out var token)) return null;
        return KeyRule.Create(token.Id, new KeyRequest { Name = "bootstrap", Scopes = ImmutableArray.Create(AccessScope.Manage) }, token.Hash, now);
    }
}
