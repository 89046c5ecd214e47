using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Workspaces;
using SynthDataGen.Client;
using SynthDataGen.Client.Generation;
using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Chat;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Api.Generation;

/// <summary>Generators: chat endpoints with their keys, which go in and never come out.</summary>
internal static class GeneratorEndpoints
{
    private const int MaxConcurrency = 256;

    public static void MapGenerators(this RouteGroupBuilder workspace)
    {
        var group = workspace.MapGroup("/generators").WithTags("Generation");
        group.MapGet("/", ListAsync);
        group.MapPost("/", CreateAsync);
        group.MapPut("/{id:guid}", UpdateAsync);
        group.MapDelete("/{id:guid}", DeleteAsync);
        group.MapPost("/{id:guid}/test", TestAsync);
    }

    private static async Task<Page<Generator>> ListAsync(CurrentWorkspace workspace, GeneratorRecords generators, CancellationToken cancellationToken) =>
        (await generators.ListAsync(workspace.Id, cancellationToken)).ToPage(g => g.ToWire());

    private static async Task<Results<Created<Generator>, ProblemHttpResult>> CreateAsync(
        CurrentWorkspace workspace, NewGenerator body, GeneratorRecords generators, SecretBox secrets, TimeProvider time, CancellationToken cancellationToken)
    {
        if (Fault(body, builtIn: false) is { } fault)
        {
            return fault;
        }

        var now = time.GetUtcNow();
        var generator = new Core.Generation.Generator { Id = Guid.CreateVersion7(now), WorkspaceId = workspace.Id, Name = "", Model = "", CreatedAt = now };
        Fill(generator, body, secrets);
        return await generators.SaveAsync(generator, cancellationToken)
            ? TypedResults.Created($"/api/v1/workspaces/{workspace.Value.Name}/generators/{generator.Id}", generator.ToWire())
            : Taken(body);
    }

    private static async Task<Results<Ok<Generator>, ProblemHttpResult>> UpdateAsync(
        CurrentWorkspace workspace, Guid id, NewGenerator body, GeneratorRecords generators, SecretBox secrets, CancellationToken cancellationToken)
    {
        if (await generators.FindAsync(workspace.Id, id, cancellationToken) is not { } generator)
        {
            return NotFound(id);
        }

        if (Fault(body, builtIn: generator.Endpoint is null) is { } fault)
        {
            return fault;
        }

        Fill(generator, body, secrets);
        return await generators.SaveAsync(generator, cancellationToken) ? TypedResults.Ok(generator.ToWire()) : Taken(body);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        CurrentWorkspace workspace, GeneratorRecords generators, Guid id, CancellationToken cancellationToken) =>
        await generators.DeleteAsync(workspace.Id, id, cancellationToken)
            ? TypedResults.NoContent()
            : Problems.NotFound("generator-not-found", $"There is no generator {id} that can be deleted; the built-in one can't.");

    private static async Task<Results<Ok<GeneratorTest>, ProblemHttpResult>> TestAsync(
        CurrentWorkspace workspace, Guid id, GeneratorRecords generators, GeneratorTrial trial, CancellationToken cancellationToken) =>
        await generators.FindAsync(workspace.Id, id, cancellationToken) is { } generator
            ? TypedResults.Ok(await trial.RunAsync(generator, cancellationToken))
            : NotFound(id);

    /// <summary>The built-in generator keeps its name and has no endpoint; a new address forgets the key that belonged to the old one.</summary>
    private static void Fill(Core.Generation.Generator generator, NewGenerator body, SecretBox secrets)
    {
        if (generator.Name != Core.Generation.Generator.ExtractiveName)
        {
            var moved = generator.Endpoint is not null && generator.Endpoint != body.Endpoint;
            (generator.Name, generator.Endpoint, generator.Model) = (body.Name.Trim(), body.Endpoint!.Trim(), body.Model.Trim());
            generator.SealedApiKey = body.ApiKey switch
            {
                null => moved ? null : generator.SealedApiKey,
                "" => null,
                var key => secrets.Seal(key.Trim()),
            };
        }

        (generator.Concurrency, generator.RequestsPerMinute, generator.TokensPerMinute) = (body.Concurrency, body.RequestsPerMinute, body.TokensPerMinute);
        (generator.InputPrice, generator.OutputPrice, generator.IsDefault) = (body.InputPrice, body.OutputPrice, body.IsDefault || generator.IsDefault);
    }

    private static ProblemHttpResult? Fault(NewGenerator body, bool builtIn) => body switch
    {
        { Concurrency: < 1 or > MaxConcurrency } => Problems.BadRequest("bad-concurrency", $"Concurrency is 1 to {MaxConcurrency}."),
        _ when builtIn => null,
        { Name: null or "" or { Length: > Core.Generation.Generator.MaxNameLength } } =>
            Problems.BadRequest("bad-name", $"A generator needs a name of at most {Core.Generation.Generator.MaxNameLength} characters."),
        { Model: null or "" } => Problems.BadRequest("bad-model", "A generator needs the name of a model, as its endpoint knows it."),
        _ => FaultOf(body.Endpoint),
    };

    private static ProblemHttpResult? FaultOf(string? endpoint)
    {
        try
        {
            EndpointAddress.Parse(endpoint ?? "");
            return null;
        }
        catch (GeneratorException e)
        {
            return Problems.BadRequest("bad-endpoint", e.Message);
        }
    }

    private static ProblemHttpResult Taken(NewGenerator body) => Problems.Conflict("generator-exists", $"There is already a generator named \"{body.Name}\".");

    private static ProblemHttpResult NotFound(Guid id) => Problems.NotFound("generator-not-found", $"There is no generator {id} in this workspace.");
}
