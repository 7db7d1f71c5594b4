using System.Diagnostics.CodeAnalysis;

namespace Aggregator.Wire;

/// <summary>A value that is one short text on the wire and in the store: an id or a code, valid by construction.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IWireText<TSelf> where TSelf : struct, IWireText<TSelf>
{
    /// <summary>The text. Empty only for the type's default value, which no parser returns.</summary>
    string Value { get; }

    /// <summary>Reads the text form; false when it is not one.</summary>
    /// <param name="text">The candidate, or null.</param>
    /// <param name="value">The value read, or the default.</param>
    static abstract bool TryParse([NotNullWhen(true)] string? text, out TSelf value);
}
