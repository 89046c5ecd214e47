using Microsoft.Extensions.Options;
using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Storage;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Api.Start;

/// <summary>The workspace that is there from the start, with its bucket and the generators that the configuration names.</summary>
internal sealed class DefaultWorkspace(
    WorkspaceRecords workspaces, GeneratorRecords generators, IObjectStore store, SecretBox secrets, IOptions<ConfiguredGenerators> configured, TimeProvider time)
{
    /// <summary>Of the configured generators, the one that runs take when they name none.</summary>
    private const string DefaultGenerator = "default";

    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var workspace = await workspaces.FindAsync(Core.Workspaces.Workspace.DefaultName, cancellationToken)
            ?? await workspaces.CreateAsync(Core.Workspaces.Workspace.DefaultName, "Default", Core.Workspaces.Workspace.BucketFor(Core.Workspaces.Workspace.DefaultName), cancellationToken)
            ?? throw new InvalidOperationException("The default workspace could neither be found nor made.");
        await store.EnsureBucketAsync(workspace.Bucket, cancellationToken);
        var known = await generators.ListAsync(workspace.Id, cancellationToken);
        foreach (var (name, settings) in configured.Value.Where(g => !string.IsNullOrWhiteSpace(g.Value.Endpoint)))
        {
            var generator = known.SingleOrDefault(g => g.Name == name)
                ?? new Core.Generation.Generator { Id = Guid.CreateVersion7(time.GetUtcNow()), WorkspaceId = workspace.Id, Name = name, Model = "", CreatedAt = time.GetUtcNow() };
            (generator.Endpoint, generator.Model, generator.Concurrency) = (settings.Endpoint, settings.Model ?? "default", settings.Concurrency);
            generator.SealedApiKey = string.IsNullOrEmpty(settings.ApiKey) ? null : secrets.Seal(settings.ApiKey);
            generator.IsDefault = generator.IsDefault || name == DefaultGenerator;
            await generators.SaveAsync(generator, cancellationToken);
        }
    }
}
