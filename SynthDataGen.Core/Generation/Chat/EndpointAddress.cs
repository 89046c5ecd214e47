namespace SynthDataGen.Core.Generation.Chat;

/// <summary>The base address of a chat endpoint.</summary>
public static class EndpointAddress
{
    /// <summary>Reads an address that a person typed.</summary>
    /// <exception cref="GeneratorException">It is no absolute http or https address, or carries a user name or password.</exception>
    public static Uri Parse(string address)
    {
        if (!Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
        {
            throw new GeneratorException(
                GeneratorException.BadRequest, "The generator's address must begin with http:// or https://, such as http://localhost:11434/v1.");
        }

        // Addresses are shown and logged; what is secret belongs into the key.
        return uri.UserInfo.Length == 0
            ? uri
            : throw new GeneratorException(GeneratorException.BadRequest, "The generator's address must not contain a user name or password; set its key instead.");
    }
}
