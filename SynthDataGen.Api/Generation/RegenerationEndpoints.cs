using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Review;
using SynthDataGen.Api.Workspaces;
using SynthDataGen.Client.Review;
using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Data.Review;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Api.Generation;

/// <summary>Asking for a pair anew, with a remark.</summary>
internal static class RegenerationEndpoints
{
    private const int MaxLength = Core.Generation.Regeneration.MaxRemarkLength;

    public static void MapRegeneration(this RouteGroupBuilder workspace) =>
        workspace.MapGroup("/pairs").WithTags("Review").MapPost("/{id:guid}/regenerate", RegenerateAsync);

    private static async Task<Results<Ok<Regeneration>, ProblemHttpResult>> RegenerateAsync(
        CurrentWorkspace workspace, Guid id, NewRegeneration body, RegenerationRecords records, PairRecords pairs, GeneratorRecords generators, PairRegeneration regeneration,
        CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(body.Remark) || body.Remark.Length > MaxLength || !StorableText.IsStorable(body.Remark))
        {
            return Problems.BadRequest("bad-remark", $"Say in 1 to {MaxLength} characters what should be different, without NUL or half of a surrogate pair.");
        }

        if (await records.FindAsync(workspace.Id, id, cancellationToken) is not { } origin)
        {
            return PairEndpoints.NotFound(id);
        }

        if (origin.Pair.Version != body.Version)
        {
            var current = await pairs.FindAsync(workspace.Id, id, cancellationToken);
            return Problems.Conflict("version-conflict", "Somebody decided on this pair in the meantime. Look at its current version.", current?.ToWire());
        }

        var generator = (await generators.ChooseAsync(workspace.Id, null, origin.Run.GeneratorId, cancellationToken))!;
        return generator.Endpoint is null
            ? Problems.BadRequest("generator-takes-no-remarks", $"\"{generator.Name}\" writes pairs by rule and can't follow remarks. Edit the pair, or use a generator with a model.")
            : TypedResults.Ok(await regeneration.RunAsync(origin, generator, body.Remark.Trim(), cancellationToken));
    }
}
