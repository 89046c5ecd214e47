using System.Security.Cryptography;
using System.Text.Json;
using SynthDataGen.Core.Generation.Prompts;

namespace SynthDataGen.Core.Generation.Asking;

/// <summary>Names what was asked, so that an answer that was paid for is found again.</summary>
public static class RequestHash
{
    /// <summary>
    /// SHA-256, in hexadecimal, of all that decides the answer: endpoint, model, prompt and its version, settings, text, pairs.
    /// <paramref name="attempt"/> tells a re-asked request from the one whose answer could not be used.
    /// </summary>
    public static string Of(Generator generator, GenerationRequest request, int attempt = 0)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(request);

        // JSON keeps the parts apart: "ab" + "c" is not "a" + "bc".
        var asked = JsonSerializer.SerializeToUtf8Bytes(new
        {
            generator.Endpoint,
            generator.Model,
            Prompt = Prompt.For(request),
            request.Recipe,
            request.Pairs,
            Attempt = attempt,
        });
        return Convert.ToHexStringLower(SHA256.HashData(asked));
    }
}
