using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Workspaces;
using SynthDataGen.Client;
using SynthDataGen.Client.Generation;
using SynthDataGen.Core.Data.Generation;

namespace SynthDataGen.Api.Generation;

/// <summary>Recipes: how pairs are made.</summary>
internal static class RecipeEndpoints
{
    public static void MapRecipes(this RouteGroupBuilder workspace)
    {
        var group = workspace.MapGroup("/recipes").WithTags("Generation");
        group.MapGet("/", ListAsync);
        group.MapPost("/", CreateAsync);
        group.MapGet("/presets", (CurrentWorkspace _) => Core.Generation.RecipePresets.All.ToPage(p => p.ToWire()));
        group.MapGet("/prompt", (CurrentWorkspace _) => Core.Generation.Prompts.PromptTemplate.BuiltIn.ToWire());
        group.MapPost("/try", TryAsync);
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
                : Problems.Conflict("recipe-exists", $"There is already a recipe named \"{body.Name}\".");

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
            : Problems.NotFound("recipe-not-found", $"There is no recipe {id} that can be deleted; the default one can't.");

    private static async Task<Results<Ok<Trial>, ProblemHttpResult>> TryAsync(
        CurrentWorkspace workspace, NewTrial body, GeneratorRecords generators, RecipeTrial trial, CancellationToken cancellationToken)
    {
        if (RecipeFaults.Of(body.Settings) is { } fault)
        {
            return fault;
        }

        if (await generators.ChooseAsync(workspace.Id, body.Generator, null, cancellationToken) is not { } generator)
        {
            return Problems.NotFound("generator-not-found", $"There is no generator \"{body.Generator}\" in this workspace.");
        }

        return await trial.RunAsync(workspace.Id, body, generator, cancellationToken) is { } tried
            ? TypedResults.Ok(tried)
            : Problems.BadRequest("nothing-to-try", "No ready document has anything to ask about. Add one and try again.");
    }

    private static ProblemHttpResult? Fault(NewRecipe body) =>
        body is { Name: null or "" or { Length: > Core.Generation.Recipe.MaxNameLength } }
            ? Problems.BadRequest("bad-recipe", $"A recipe needs a name of at most {Core.Generation.Recipe.MaxNameLength} characters, and settings.")
            : RecipeFaults.Of(body.Settings);

    private static ProblemHttpResult NotFound(Guid id) => Problems.NotFound("recipe-not-found", $"There is no recipe {id} in this workspace.");
}
