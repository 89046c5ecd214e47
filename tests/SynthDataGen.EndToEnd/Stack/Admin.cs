using System.Text.Json;

namespace SynthDataGen.EndToEnd.Stack;

/// <summary>What the first start writes to admin.json.</summary>
public sealed record Admin(Uri WebUrl, Uri ApiUrl, Uri SignInUrl, string ApiKey, string Workspace)
{
    public static async Task<Admin> ReadAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        return (await JsonSerializer.DeserializeAsync<Admin>(stream, JsonSerializerOptions.Web, cancellationToken))!;
    }
}
