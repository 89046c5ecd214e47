using SynthDataGen.Client.Documents;
using SynthDataGen.Client.Events;
using SynthDataGen.Client.Export;
using SynthDataGen.Client.Generation;
using SynthDataGen.Client.Review;
using SynthDataGen.Client.Workspaces;

namespace SynthDataGen.Client;

/// <summary>The entry point: <c>new SynthDataGenClient(http).Workspace("default").Documents.UploadAsync(…)</c>.</summary>
public sealed class SynthDataGenClient
{
    private readonly Wire wire;

    /// <summary>Uses the given client; its <see cref="HttpClient.BaseAddress"/> is the Api's, without <c>/api/v1</c>.</summary>
    /// <param name="http">The client; it is not disposed here.</param>
    /// <param name="token">An API key or session token; null if the client sends its own authorization header.</param>
    public SynthDataGenClient(HttpClient http, string? token = null)
    {
        wire = new Wire(http, token);
        Workspaces = new WorkspacesClient(wire);
    }

    /// <summary>Signing in, and the workspaces themselves.</summary>
    public WorkspacesClient Workspaces { get; }

    /// <summary>Everything in one workspace.</summary>
    /// <param name="name">Its short name.</param>
    public WorkspaceClient Workspace(string name) => new(wire, name);
}

/// <summary>Everything in one workspace.</summary>
public sealed class WorkspaceClient
{
    private readonly Wire wire;
    private readonly string path;

    internal WorkspaceClient(Wire wire, string name)
    {
        (this.wire, Name) = (wire, name);
        path = $"workspaces/{Uri.EscapeDataString(name)}/";
        Members = new MembersClient(wire, path);
        Keys = new KeysClient(wire, path);
        Documents = new DocumentsClient(wire, path);
        Generation = new GenerationClient(wire, path);
        Review = new ReviewClient(wire, path);
        Export = new ExportClient(wire, path);
        Events = new EventsClient(wire, path);
    }

    /// <summary>Its short name.</summary>
    public string Name { get; }

    /// <summary>Its members and their roles.</summary>
    public MembersClient Members { get; }

    /// <summary>API keys.</summary>
    public KeysClient Keys { get; }

    /// <summary>Upload, sync, list, read.</summary>
    public DocumentsClient Documents { get; }

    /// <summary>Recipes, generators, runs.</summary>
    public GenerationClient Generation { get; }

    /// <summary>Pairs and decisions.</summary>
    public ReviewClient Review { get; }

    /// <summary>Datasets out.</summary>
    public ExportClient Export { get; }

    /// <summary>Changes, as they happen.</summary>
    public EventsClient Events { get; }

    /// <summary>The workspace's counts.</summary>
    public Task<Stats> GetStatsAsync(CancellationToken cancellationToken = default) =>
        wire.GetAsync<Stats>(path + "stats", cancellationToken);
}
