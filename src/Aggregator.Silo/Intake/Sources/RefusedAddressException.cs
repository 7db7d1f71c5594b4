namespace Aggregator.Intake;

/// <summary>A host's address is not one of the public internet, and not allowed by configuration.</summary>
/// <param name="host">The host as asked for.</param>
internal sealed class RefusedAddressException(string host)
    : IOException($"'{host}' leads to an address that is not of the public internet. Sources:AllowedNetworks can allow it.");
