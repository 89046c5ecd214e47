using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Workspaces;
using SynthDataGen.Client;
using SynthDataGen.Client.Generation;
using SynthDataGen.Core.Data.Generation;
using Limits = SynthDataGen.Core.Generation.RecipeSettings;
using QuestionTypes = SynthDataGen.Core.Generation.QuestionTypes;

namespace SynthDataGen.Api.Generation;

/// <summary>Recipes: how pairs are made.</summary>
internal static class RecipeEndpoints
{
    public static void MapRecipes(this RouteGroupBuilder workspace)
    {
        var group = workspace.MapGroup("/recipes").WithTags("Generation");
        group.MapGet("/", ListAsync);
        group.MapPost("/", CreateAsync);
        group.MapGet("/{id:guid}", GetAsync);
        group.MapPut("/{id:guid}", UpdateAsync);
        group.MapDelete("/{id:guid}", DeleteAsync);
    }

    private static async Task<Page<Recipe>> ListAsync(CurrentWorkspace workspace, RecipeRecords recipes, CancellationToken cancellationToken) =>
        (await recipes.ListAsync(workspace.Id, cancellationToken)).ToPage(r => r.ToWire());

    private static async Task<Results<Ok<Recipe>, ProblemHttpResult>> GetAsync(
        CurrentWorkspace workspace, RecipeRecords recipes, Guid id, CancellationToken cancellationToken) =>
        await recipes.FindAsync(workspace.Id, id, cancellationToken) is { } recipe ? TypedResults.Ok(recipe.ToWire()) : NotFound(id);

    private static async Task<Results<Created<Recipe>, ProblemHttpResult>> CreateAsync(
        CurrentWorkspace workspace, NewRecipe body, RecipeRecords recipes, CancellationToken cancellationToken) =>
        Fault(body) is { } fault
            ? fault
            : await recipes.CreateAsync(workspace.Id, body.Name.Trim(), body.Settings.ToEntity(), body.GeneratorId, cancellationToken) is { } recipe
                ? TypedResults.Created($"/api/v1/workspaces/{workspace.Value.Name}/recipes/{recipe.Id}", recipe.ToWire())
                : Problems.Conflict("recipe-exists", $"There is a recipe \"{body.Name}\" already.");

    private static async Task<Results<Ok<Recipe>, ProblemHttpResult>> UpdateAsync(
        CurrentWorkspace workspace, Guid id, NewRecipe body, RecipeRecords recipes, CancellationToken cancellationToken) =>
        Fault(body) is { } fault
            ? fault
            : await recipes.UpdateAsync(workspace.Id, id, body.Name.Trim(), body.Settings.ToEntity(), body.GeneratorId, cancellationToken) is { } recipe
                ? TypedResults.Ok(recipe.ToWire())
                : NotFound(id);

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        CurrentWorkspace workspace, RecipeRecords recipes, Guid id, CancellationToken cancellationToken) =>
        await recipes.DeleteAsync(workspace.Id, id, cancellationToken)
            ? TypedResults.NoContent()
            : Problems.NotFound("recipe-not-found", $"There is no recipe {id} that could be taken away; the default one stays.");

    private static ProblemHttpResult? Fault(NewRecipe body) => body switch
    {
        { Name: null or "" or { Length: > Core.Generation.Recipe.MaxNameLength } } or { Settings: null } =>
            Problems.BadRequest("bad-recipe", $"A recipe needs a name of at most {Core.Generation.Recipe.MaxNameLength} characters, and settings."),
        { Settings.PairsPerContext: < 1 or > Limits.MaxPairsPerContext } =>
            Problems.BadRequest("bad-pairs-per-context", $"Pairs per context go from 1 to {Limits.MaxPairsPerContext}."),
        { Settings.ContextTokens: < Limits.MinContextTokens or > Limits.MaxContextTokens } =>
            Problems.BadRequest("bad-context-tokens", $"Context tokens go from {Limits.MinContextTokens} to {Limits.MaxContextTokens}."),
        { Settings.Types: { } types } when types.Except(QuestionTypes.Default, StringComparer.Ordinal).Any() =>
            Problems.BadRequest("unknown-type", $"Question types are {string.Join(", ", QuestionTypes.Default)}."),
        _ => null,
    };

    private static ProblemHttpResult NotFound(Guid id) => Problems.NotFound("recipe-not-found", $"There is no recipe {id} in this workspace.");
}
