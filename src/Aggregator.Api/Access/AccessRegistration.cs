using Aggregator.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Aggregator.Access;

/// <summary>Adds who may come in to a host, and puts it before the endpoints.</summary>
internal static class AccessRegistration
{
    private const string Either = "either";

    private static readonly string[] CorsHeaders = ["Authorization", "X-API-Key", "Content-Type", "If-None-Match", "Last-Event-ID"];
    private static readonly string[] CorsExposed = ["ETag", "Location", "Link", "Retry-After", "WWW-Authenticate", "Aggregator-Position", "Content-Disposition"];

    internal static void AddAccess(this IServiceCollection services)
    {
        services.AddOptions<AccessOptions>().BindConfiguration("Access").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<BootstrapKey>();
        services.AddSingleton(provider => DoorOf(provider.GetRequiredService<IOptions<AccessOptions>>().Value, provider.GetRequiredService<BootstrapKey>()));
        services.AddSingleton<KeyRing>();
        services.AddHostedService(provider => provider.GetRequiredService<KeyRing>());
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<TopicRule>();
        services.AddSingleton<TopicCatalog>();
        // Without what AddAuthentication brings for cookies: that would keep key files on the node's disk.
        services.AddAuthenticationCore(options =>
            (options.DefaultScheme, options.DefaultChallengeScheme, options.DefaultForbidScheme) = (Either, KeyHandler.Name, KeyHandler.Name));
        services.AddWebEncoders();
        services.AddSingleton<IAuthenticationConfigurationProvider, NoConfiguration>();
        new AuthenticationBuilder(services)
            .AddPolicyScheme(Either, null, options => options.ForwardDefaultSelector = SchemeOf)
            .AddScheme<AuthenticationSchemeOptions, KeyHandler>(KeyHandler.Name, null)
            .AddJwtBearer(JwtSetup.Name, _ => { });
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, JwtSetup>();
        // Whatever nobody gave a policy is for those who may manage.
        services.AddAuthorization(options => options.FallbackPolicy = new NeedsScope(AccessScope.Manage).Policy);
        services.AddRateLimiter(_ => { });
        services.AddSingleton<IConfigureOptions<RateLimiterOptions>, RequestLimits>();
        services.AddCors();
        // A refused caller is an answer, and in the metrics; not a line of the log each.
        services.AddLogging(logging => logging.AddFilter(typeof(KeyHandler).FullName, LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Authentication", LogLevel.Warning));
        services.AddOptions<CorsOptions>().Configure<IOptions<AccessOptions>>((cors, access) => cors.AddDefaultPolicy(policy => Allow(policy, access.Value.CorsOrigins)));
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<AccessOptions>>((forwarded, access) => Trust(forwarded, access.Value));
    }

    /// <summary>What comes before everything that may log or answer.</summary>
    internal static void UseOuterAccess(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<AccessOptions>>().Value.TrustedProxies.Count > 0) app.UseForwardedHeaders();
        Capability.Use(app);
        app.Services.GetRequiredService<AuditTrail>().Use(app);
    }

    /// <summary>What comes before the endpoints.</summary>
    internal static void UseInnerAccess(this WebApplication app)
    {
        app.UseCors();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        var ring = app.Services.GetRequiredService<KeyRing>();
        app.Use(async (context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<Offer>() is not { } offer || !offer.MediaTypes.Contains("text/event-stream"))
            {
                await next(context);
                return;
            }
            using var watched = ring.Watch(context);
            await next(context);
        });
    }

    private static ServerDoor DoorOf(AccessOptions access, BootstrapKey bootstrap) => new(OpenToMachine: !access.KeysRequired, OpenToAll: access.PublicRead, bootstrap.Key);

    private static string SchemeOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<IOptions<AccessOptions>>().Value.Jwt.IsOn
        && KeyHandler.CredentialOf(context.Request) is { } credential && !credential.StartsWith(AccessToken.Prefix, StringComparison.Ordinal)
            ? JwtSetup.Name
            : KeyHandler.Name;

    /// <summary>Schemes are configured by our own options.</summary>
    private sealed class NoConfiguration : IAuthenticationConfigurationProvider
    {
        public IConfiguration AuthenticationConfiguration { get; } = new ConfigurationBuilder().Build();
    }

    private static void Allow(CorsPolicyBuilder policy, IList<string> origins)
    {
        if (origins.Contains("*")) policy.AllowAnyOrigin();
        else policy.WithOrigins([.. origins]);
        policy.WithMethods(HttpMethods.Get, HttpMethods.Head, HttpMethods.Post, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete).WithHeaders(CorsHeaders).WithExposedHeaders(CorsExposed)
            .SetPreflightMaxAge(TimeSpan.FromHours(1));
    }

    private static void Trust(ForwardedHeadersOptions forwarded, AccessOptions access)
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in access.TrustedProxies)
            if (AccessOptions.TryReadNetwork(proxy, out var network)) forwarded.KnownIPNetworks.Add(network);
    }
}
