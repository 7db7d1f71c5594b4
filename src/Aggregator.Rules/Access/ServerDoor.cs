namespace Aggregator.Access;

/// <summary>Whom a server lets read beside the keys of its store.</summary>
/// <param name="OpenToMachine">True where callers of this machine need no key.</param>
/// <param name="OpenToAll">True where nobody needs one to read what is not private.</param>
/// <param name="First">The key of a file, or null.</param>
public sealed record ServerDoor(bool OpenToMachine, bool OpenToAll, AccessKey? First = null)
{
    /// <summary>Of a silo without the HTTP side: only this machine reaches it.</summary>
    public static ServerDoor Alone { get; } = new(OpenToMachine: true, OpenToAll: false);
}
