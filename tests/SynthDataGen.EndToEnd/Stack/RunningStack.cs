using SynthDataGen.Client;
using SynthDataGen.Client.Workspaces;
using SynthDataGen.EndToEnd.Stack;
using SynthDataGen.Testing;

[assembly: AssemblyFixture(typeof(RunningStack))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]

namespace SynthDataGen.EndToEnd.Stack;

/// <summary>The one stack and the one browser of a test run; started by the first test that needs them, ended with the last.</summary>
public sealed class RunningStack : IAsyncDisposable
{
    private readonly string data = TestStack.NewDataFolder();
    private readonly Lazy<Task<TestStack>> stack;
    private readonly Lazy<Task<Browser>> browser = new(Browser.StartAsync);

    public RunningStack() => stack = new(() => TestStack.StartAsync(data, FreePort.Take(), FreePort.Take(), CancellationToken.None));

    /// <summary>What the stack said last; nothing where it was not needed.</summary>
    public string Log => stack is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } started } ? started.GetAwaiter().GetResult().Log : "";

    public Task<TestStack> StartAsync() => stack.Value;

    /// <summary>A workspace that no other test knows.</summary>
    public Task<WorkspaceClient> NewWorkspaceAsync(string title, CancellationToken cancellationToken) =>
        NewWorkspaceAsync($"e2e-{Guid.CreateVersion7():N}", title, cancellationToken);

    public async Task<WorkspaceClient> NewWorkspaceAsync(string name, string title, CancellationToken cancellationToken)
    {
        var client = (await StartAsync()).Client;
        var made = await client.Workspaces.CreateAsync(new NewWorkspace(name, title), cancellationToken);
        return client.Workspace(made.Name);
    }

    /// <summary>A window in which nobody is signed in.</summary>
    public async Task<Visit> OpenAsync()
    {
        Browser.SkipUnlessInstalled();
        return await OpenAsync((await StartAsync()).Admin);
    }

    /// <summary>The same on another stack.</summary>
    public async Task<Visit> OpenAsync(Admin admin)
    {
        Browser.SkipUnlessInstalled();
        return await Visit.OpenAsync(await browser.Value, admin);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser.IsValueCreated)
        {
            await (await browser.Value).DisposeAsync();
        }

        if (stack.IsValueCreated)
        {
            await (await stack.Value).DisposeAsync();
            Directory.Delete(data, recursive: true);
        }
    }
}
