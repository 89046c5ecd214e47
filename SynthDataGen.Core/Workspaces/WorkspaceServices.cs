using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SynthDataGen.Core.Workspaces;

/// <summary>Registers the store of secrets.</summary>
public static class WorkspaceServices
{
    public static IServiceCollection AddSecrets(this IServiceCollection services)
    {
        services.AddOptions<SecretsOptions>().BindConfiguration(SecretsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton(provider => SecretBox.FromFile(provider.GetRequiredService<IOptions<SecretsOptions>>().Value.KeyFile));
    }
}
