using System.Security.Cryptography;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Core.Generation;

/// <summary>Opens generators' sealed API keys.</summary>
public sealed class GeneratorKeys(SecretBox secrets)
{
    /// <summary>The key; null if none is set.</summary>
    /// <exception cref="GeneratorException">The key was sealed with another secrets file.</exception>
    public string? Of(Generator generator)
    {
        try
        {
            return generator.SealedApiKey is null ? null : secrets.Open(generator.SealedApiKey);
        }
        catch (CryptographicException e)
        {
            throw new GeneratorException(
                GeneratorException.Unauthorized, $"The key of \"{generator.Name}\" was sealed with another secrets file. Enter it again.", inner: e);
        }
    }
}
