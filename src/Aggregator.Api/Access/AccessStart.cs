namespace Aggregator.Access;

/// <summary>What a host asks before it starts to listen.</summary>
public static class AccessStart
{
    /// <summary>True for an address to listen on (<c>http://127.0.0.1:5080</c>) that only this machine reaches.</summary>
    /// <param name="url">The address.</param>
    public static bool IsLocalAddress(string url) => LocalDoor.IsLocalAddress(url);

    /// <summary>True when nobody could come in unless the store has a key.</summary>
    /// <param name="access">The options.</param>
    public static bool NeedsStoredKey(AccessOptions access)
    {
        ArgumentNullException.ThrowIfNull(access);
        return access.KeysRequired && access.BootstrapKeyFile is null && !access.Jwt.IsOn;
    }
}
