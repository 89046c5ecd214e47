using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SynthDataGen.Core.Generation.Chat;

namespace SynthDataGen.Core.Generation;

/// <summary>Registers generation.</summary>
public static class GenerationServices
{
    public static IServiceCollection AddGeneration(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<GenerationOptions>().Bind(configuration.GetSection(GenerationOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ConfiguredGenerators>().Bind(configuration.GetSection(ConfiguredGenerators.Section));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ResponseFormats>();
        services.TryAddSingleton<PairGenerators>();
        services.TryAddSingleton<GeneratorKeys>();
        return services;
    }
}
