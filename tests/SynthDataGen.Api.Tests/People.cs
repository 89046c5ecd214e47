using SynthDataGen.Client;

namespace SynthDataGen.Api.Tests;

/// <summary>Brings people in the way that people come in: an administrator adds them, and they sign in with their link.</summary>
public sealed class People(ApiApplication api)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A client for somebody new.</summary>
    public async Task<SynthDataGenClient> AddAsync(string name, string role, string workspace = "default")
    {
        var added = await api.Client.Workspace(workspace).Members.AddAsync(new(name, role), Token);
        return await SignInAsync(added.Link!.Token);
    }

    /// <summary>A client for whom this link was made.</summary>
    public async Task<SynthDataGenClient> SignInAsync(string secret)
    {
        var session = await new SynthDataGenClient(api.CreateClient()).Workspaces.SignInAsync(secret, Token);
        return new(api.CreateClient(), session.Token);
    }

    /// <summary>Asserts that the Api refuses.</summary>
    public static async Task<SynthDataGenException> RefusedAsync(int status, string code, Func<Task> action)
    {
        var refused = await Should.ThrowAsync<SynthDataGenException>(action);
        (refused.Status, refused.Code).ShouldBe((status, code));
        return refused;
    }
}
