using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SynthDataGen.Core.Chunks;

/// <summary>Registers the options for chunks.</summary>
public static class ChunkServices
{
    public static IServiceCollection AddChunks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ChunkOptions>().Bind(configuration.GetSection(nameof(ChunkOptions))).ValidateDataAnnotations().ValidateOnStart();
        return services;
    }
}
