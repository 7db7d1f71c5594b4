namespace Aggregator.Extraction;

/// <summary>One who acts in a happening or has it done to them. At least the code or the name is known.</summary>
[GenerateSerializer, Immutable, Alias("party")]
public sealed record Party
{
    /// <summary>A party.</summary>
    /// <param name="code">Whom it belongs to, or null.</param>
    /// <param name="name">As the article names it most fully, or null.</param>
    /// <param name="role">PLOVER's actor role (<c>GOV</c>, <c>MIL</c>, <c>OPP</c>, <c>REB</c>, <c>CVL</c>, …), or null.</param>
    /// <exception cref="ArgumentException">Neither code nor name is given.</exception>
    [System.Text.Json.Serialization.JsonConstructor]
    public Party(PartyCode? code, string? name = null, string? role = null)
    {
        if (code is null && string.IsNullOrWhiteSpace(name)) throw new ArgumentException("A party needs a code or a name.");
        (Code, Name, Role) = (code, name, role);
    }

    /// <summary>Whom it belongs to, or null when unknown.</summary>
    [Id(0)] public PartyCode? Code { get; }

    /// <summary>As the article names it most fully, or null.</summary>
    [Id(1)] public string? Name { get; }

    /// <summary>PLOVER's actor role, or null.</summary>
    [Id(2)] public string? Role { get; }
}
