using Aspire.Hosting;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SynthDataGen.Client;
using SynthDataGen.Testing;

namespace SynthDataGen.EndToEnd.Stack;

/// <summary>The AppHost's stack, started through Aspire's testing package.</summary>
public sealed class TestStack : IAsyncDisposable
{
    private const string MarkName = "SYNTHDATAGEN_TEST_STACK";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly StackLog log = new();
    private readonly HttpClient http = new();
    private readonly string mark = Guid.CreateVersion7().ToString("N");
    private DistributedApplication? app;

    private TestStack()
    {
    }

    /// <summary>What was written to its data folder for people and programs.</summary>
    public Admin Admin { get; private set; } = null!;

    /// <summary>Speaks for the administrator.</summary>
    public SynthDataGenClient Client { get; private set; } = null!;

    /// <summary>The last lines of all processes.</summary>
    public string Log => log.Tail;

    /// <summary>Everything alive that came from it.</summary>
    public IReadOnlyList<Child> Processes => Children.With($"{MarkName}={mark}");

    /// <summary>A data folder of its own, where PostgreSQL may write too.</summary>
    public static string NewDataFolder() => Path.Combine(Runner.TempFolder, $"synthdatagen stack {Guid.CreateVersion7():N}");

    public static async Task<TestStack> StartAsync(string dataFolder, int webPort, int apiPort, CancellationToken cancellationToken)
    {
        var stack = new TestStack();
        try
        {
            await stack.StartAsync(
                ["--Setup:Containers=false", $"--Setup:DataFolder={dataFolder}", $"--Setup:WebUrl=http://localhost:{webPort}", $"--Setup:ApiUrl=http://localhost:{apiPort}"],
                cancellationToken);
            stack.Admin = await Admin.ReadAsync(Path.Combine(dataFolder, "admin.json"), cancellationToken);
            stack.http.BaseAddress = stack.Admin.ApiUrl;
            stack.Client = new SynthDataGenClient(stack.http, stack.Admin.ApiKey);
            return stack;
        }
        catch (Exception e)
        {
            await stack.DisposeAsync();
            throw new InvalidOperationException($"The stack did not start. It said:\n{stack.Log}", e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }

        http.Dispose();
    }

    private async Task StartAsync(string[] arguments, CancellationToken cancellationToken)
    {
        // The processes inherit it.
        Environment.SetEnvironmentVariable(MarkName, mark);
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.SynthDataGen_AppHost>(arguments, cancellationToken);
        builder.Services.AddLogging(logging => logging.AddProvider(log));
        app = await builder.BuildAsync(cancellationToken);
        await app.StartAsync(cancellationToken);
        await app.ResourceNotifications.WaitForResourceHealthyAsync("web", cancellationToken).WaitAsync(Patience, cancellationToken);
    }
}
