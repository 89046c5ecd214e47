using System.Text.Json;
using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Api.Start;

/// <summary>What the one who started the system needs to get in. Readable by the owner only.</summary>
internal sealed record AdminFile(string WebUrl, string ApiUrl, string SignInUrl, string ApiKey, string Workspace)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Keeps the secrets that the file holds while they are good, else issues new ones.</summary>
    public static async Task<AdminFile> EnsureAsync(SetupOptions options, AccessRecords access, Guid personId, CancellationToken cancellationToken)
    {
        var known = await ReadAsync(options.AdminFile, cancellationToken);
        var apiKey = await GoodAsync(known?.ApiKey, AccessTokenKind.ApiKey, access, cancellationToken)
            ?? (await access.IssueAsync(personId, AccessTokenKind.ApiKey, cancellationToken)).Secret;
        var signIn = await GoodAsync(TokenOf(known?.SignInUrl), AccessTokenKind.SignIn, access, cancellationToken)
            ?? (await access.IssueAsync(personId, AccessTokenKind.SignIn, cancellationToken)).Secret;
        var file = new AdminFile(options.WebUrl, options.ApiUrl, $"{options.WebUrl}/signin?token={signIn}", apiKey, Core.Workspaces.Workspace.DefaultName);
        if (options.AdminFile is not null && file != known)
        {
            await file.WriteAsync(options.AdminFile, cancellationToken);
        }

        return file;
    }

    private static async Task<string?> GoodAsync(string? secret, AccessTokenKind kind, AccessRecords access, CancellationToken cancellationToken) =>
        secret is not null && await access.FindCallerAsync(secret, cancellationToken) is { } caller && caller.Kind == kind ? secret : null;

    private static string? TokenOf(string? signInUrl) => signInUrl?.Split("token=", 2) is [_, var token] ? token : null;

    private static async Task<AdminFile?> ReadAsync(string? path, CancellationToken cancellationToken)
    {
        if (path is null || !File.Exists(path))
        {
            return null;
        }

        try
        {
            await using var stream = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync<AdminFile>(stream, Json, cancellationToken);
        }
        catch (JsonException)
        {
            return null; // Half-written or edited by hand: it is written anew.
        }
    }

    private async Task WriteAsync(string path, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var draft = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var stream = new FileStream(draft, options))
        {
            await JsonSerializer.SerializeAsync(stream, this, Json, cancellationToken);
        }

        File.Move(draft, path, overwrite: true);
    }
}
