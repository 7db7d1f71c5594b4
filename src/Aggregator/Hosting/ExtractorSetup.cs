using Aggregator.Extraction;

namespace Aggregator.Hosting;

/// <summary>Adds the extractor: with a folder of the user's own files one that takes up their changes, else the built-in one.</summary>
internal static class ExtractorSetup
{
    internal static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LexiconOptions>().BindConfiguration("Lexicon").ValidateDataAnnotations().ValidateOnStart();
        if (configuration["Lexicon:Folder"] is not { Length: > 0 } folder)
        {
            services.AddSingleton<IExtractor>(_ => Extractor.Load());
            return;
        }
        services.AddSingleton(_ => new ReloadingExtractor(folder));
        services.AddSingleton<IExtractor>(provider => provider.GetRequiredService<ReloadingExtractor>());
        services.AddHostedService<LexiconWatch>();
    }
}
