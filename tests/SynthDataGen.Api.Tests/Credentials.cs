using System.Text.Json;

namespace SynthDataGen.Api.Tests;

/// <summary>What the first start wrote for the one who started it.</summary>
public sealed record Credentials(string WebUrl, string ApiUrl, string SignInUrl, string ApiKey, string Workspace)
{
    public string SignInToken => SignInUrl.Split("token=")[1];

    public static Credentials Read(string path) => JsonSerializer.Deserialize<Credentials>(File.ReadAllText(path), JsonSerializerOptions.Web)!;
}
