using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Client.Generation;
using SynthDataGen.Core.Data.Generation;

namespace SynthDataGen.Api.Generation;

/// <summary>A run as somebody asked for it, not started yet, its generator, and the one that judges, if any.</summary>
internal sealed record RunOrder(Core.Generation.Run Run, Core.Generation.Generator Generator, Core.Generation.Generator? Judge);

/// <summary>Reads what a run is to be: its recipe and generator, or what is wrong with the request.</summary>
internal sealed class RunOrders(RecipeRecords recipes, GeneratorRecords generators, TimeProvider time)
{
    public async Task<(RunOrder? Order, ProblemHttpResult? Fault)> ReadAsync(Guid workspaceId, NewRun body, string by, CancellationToken cancellationToken)
    {
        if (await recipes.FindAsync(workspaceId, body.RecipeId, cancellationToken) is not { } recipe)
        {
            return (null, Problems.NotFound("recipe-not-found", $"There is no recipe {body.RecipeId} in this workspace."));
        }

        if (await generators.ChooseAsync(workspaceId, body.Generator, recipe.GeneratorId, cancellationToken) is not { } generator)
        {
            return (null, Problems.NotFound("generator-not-found", $"There is no generator \"{body.Generator}\" in this workspace."));
        }

        var settings = recipe.Settings;
        var judge = !settings.Judge ? null : settings.JudgeGeneratorId is { } id ? await generators.FindAsync(workspaceId, id, cancellationToken) : generator;
        if (settings.Judge && judge?.Endpoint is null)
        {
            return (null, Problems.BadRequest("no-judge", $"The recipe \"{recipe.Name}\" asks for pairs to be judged, but names no generator with a model. Choose one in the recipe, or turn judging off."));
        }

        return FaultOf(body, judge is null ? [generator] : [generator, judge]) is { } fault ? (null, fault) : (new(NewRun(workspaceId, body, recipe, generator, judge, by), generator, judge), null);
    }

    public static ProblemHttpResult BadBudget() => Problems.BadRequest("bad-budget", "A budget is an amount of money above zero.");

    public static ProblemHttpResult NoPrices(Core.Generation.Generator unpriced) => Problems.BadRequest(
        "no-prices", $"What a run on \"{unpriced.Name}\" costs is not known: give the generator its prices, or start the run without a budget.");

    private static ProblemHttpResult? FaultOf(NewRun body, Core.Generation.Generator[] asked) => body switch
    {
        { MaxPairs: < 1 } or { DocumentIds.Count: 0 } =>
            Problems.BadRequest("nothing-to-do", "A run needs at least one document and at least one pair to write."),
        { Exactly: true, MaxPairs: null } => Problems.BadRequest("no-total", "A run with an exact total needs that total."),
        { Budget: <= 0 } => BadBudget(),
        { Budget: not null } when Array.Find(asked, one => one is { InputPrice: null, OutputPrice: null }) is { } unpriced => NoPrices(unpriced),
        _ => null,
    };

    private Core.Generation.Run NewRun(Guid workspaceId, NewRun body, Core.Generation.Recipe recipe, Core.Generation.Generator generator, Core.Generation.Generator? judge, string by)
    {
        var now = time.GetUtcNow();
        return new()
        {
            Id = Guid.CreateVersion7(now),
            WorkspaceId = workspaceId,
            RecipeId = recipe.Id,
            GeneratorId = generator.Id,
            GeneratorName = generator.Name,
            Model = generator.Model,
            Recipe = recipe.Settings,
            JudgeGeneratorId = judge?.Id,
            DocumentIds = body.DocumentIds,
            MaxPairs = body.MaxPairs,
            Exactly = body.Exactly,
            Budget = body.Budget,
            StartedBy = by,
            StartedAt = now,
        };
    }
}
