using System.CommandLine;
using System.Net.Http.Headers;

namespace Aggregator.Access;

/// <summary>The key that a command sends to a server: of a file or the environment, and never of the command line, which other users of the machine can read.</summary>
internal static class ClientKey
{
    internal const string Variable = "AGGREGATOR_KEY";

    internal static Option<FileInfo?> Option() => new("--key-file") { Description = $"A file with the key to send to the server; without it {Variable} of the environment." };

    /// <summary>Has a client send the key, where there is one.</summary>
    internal static void Send(HttpClient client, FileInfo? file)
    {
        var key = file is not null ? File.ReadAllText(file.FullName).Trim() : Environment.GetEnvironmentVariable(Variable)?.Trim();
        if (!string.IsNullOrEmpty(key)) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }
}
