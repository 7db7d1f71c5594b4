namespace Aggregator.Hosting;

/// <summary>What the command line says of a server.</summary>
/// <param name="Data">The folder that keeps everything.</param>
/// <param name="Urls">Where to listen, separated by ';'.</param>
/// <param name="Demo">Play the sample set.</param>
/// <param name="Role">What part of the server this process is.</param>
internal sealed record ServeSettings(DirectoryInfo Data, string Urls, bool Demo, ServerRole Role);
