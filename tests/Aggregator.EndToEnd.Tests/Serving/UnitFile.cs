namespace Aggregator.Serving;

/// <summary>A systemd unit as this machine can run it: its command and environment, with the paths of an installation replaced by the test's own.</summary>
/// <param name="Command">The program and its arguments.</param>
/// <param name="Environment">Variables.</param>
internal sealed record UnitFile(string[] Command, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>Reads a unit.</summary>
    /// <param name="path">The file.</param>
    /// <param name="instance">What stands behind the @ of its name.</param>
    /// <param name="files">What the files that it reads variables from would say, by name.</param>
    /// <param name="state">The folder that stands for /var/lib.</param>
    internal static UnitFile Read(string path, string instance, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> files, string state)
    {
        var environment = new Dictionary<string, string>();
        var command = "";
        foreach (var line in File.ReadLines(path).Select(line => line.Replace("%i", instance, StringComparison.Ordinal)))
        {
            var (key, value) = line.Split('=', 2) is [var before, var behind] ? (before, behind) : (line, "");
            if (key == "Environment" && value.Split('=', 2) is [var name, var set]) environment[name] = set;
            else if (key == "EnvironmentFile")
                foreach (var (variable, said) in files[value]) environment[variable] = said;
            else if (key == "ExecStart") command = value;
        }
        foreach (var (name, value) in environment) command = command.Replace($"${{{name}}}", value, StringComparison.Ordinal);
        command = command.Replace("/usr/bin/dotnet", "dotnet", StringComparison.Ordinal).Replace("/opt/aggregator/", AppContext.BaseDirectory, StringComparison.Ordinal)
            .Replace("/var/lib", state, StringComparison.Ordinal);
        return new UnitFile(command.Split(' '), environment);
    }
}
