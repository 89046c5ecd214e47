using Microsoft.Extensions.Configuration;

namespace SynthDataGen.ServiceDefaults;

/// <summary>Finds another service of ours by the name it has in the AppHost.</summary>
public static class ServiceAddresses
{
    /// <summary>The address in services:{name}:https:0 or services:{name}:http:0.</summary>
    public static Uri GetServiceAddress(this IConfiguration configuration, string name)
    {
        var address = configuration[$"services:{name}:https:0"] ?? configuration[$"services:{name}:http:0"];
        if (Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return uri;
        }

        throw new StartupException(
            $"The address of the service \"{name}\" is not configured: set services__{name}__http__0 (http://host:port), or start everything with ./run.");
    }
}
