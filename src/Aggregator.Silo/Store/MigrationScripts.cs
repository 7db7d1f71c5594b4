using System.Globalization;
using System.Reflection;

namespace Aggregator.Store;

/// <summary>The numbered scripts inside this program that bring one kind of database from nothing to today's schema.</summary>
internal sealed class MigrationScripts
{
    private readonly List<string> _names;

    /// <summary>The scripts of a folder.</summary>
    /// <param name="folder">The resources' folder, with the slash at its end.</param>
    /// <exception cref="InvalidOperationException">They are not numbered from 1 without a gap.</exception>
    internal MigrationScripts(string folder)
    {
        _names = [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        for (var index = 0; index < _names.Count; index++)
            if (!_names[index].StartsWith(string.Create(CultureInfo.InvariantCulture, $"{folder}{index + 1:0000}-"), StringComparison.Ordinal))
                throw new InvalidOperationException($"Migration '{_names[index]}' is out of order.");
    }

    /// <summary>The schema that the last script leaves.</summary>
    internal int Newest => _names.Count;

    /// <summary>The script that brings the schema to a version from the one before.</summary>
    /// <param name="version">From 1 to <see cref="Newest"/>.</param>
    internal string this[int version]
    {
        get
        {
            using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(_names[version - 1])!;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }
}
