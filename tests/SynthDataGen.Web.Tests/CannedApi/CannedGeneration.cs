using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SynthDataGen.Client;
using SynthDataGen.Client.Generation;

namespace SynthDataGen.Web.Tests.CannedApi;

/// <summary>Recipes, generators and runs; a started run runs for ever.</summary>
internal static class CannedGeneration
{
    public static void MapGeneration(this IEndpointRouteBuilder app, CannedServer server)
    {
        var data = server.Data;
        var routes = app.MapGroup("/api/v1/workspaces/{ws}");
        routes.MapGet("/recipes", () => new Page<Recipe>(data.Recipes, null));
        routes.MapGet("/recipes/presets", () => new Page<RecipePreset>(CannedRecipes.Presets, null));
        routes.MapGet("/recipes/prompt", () => CannedRecipes.Prompt);
        routes.MapPost("/recipes/try", (NewTrial wanted) => CannedRecipes.Try(data, wanted));
        routes.MapGet("/recipes/{id:guid}", (Guid id) => data.Recipes.Single(one => one.Id == id));
        routes.MapPost("/recipes", (NewRecipe wanted) =>
        {
            data.Recipes.Add(new()
            {
                Id = Guid.CreateVersion7(), Name = wanted.Name, Settings = wanted.Settings, GeneratorId = wanted.GeneratorId,
                CreatedAt = TimeProvider.System.GetUtcNow(),
            });
            return data.Recipes[^1];
        });
        routes.MapDelete("/recipes/{id:guid}", (Guid id) => { data.Recipes.RemoveAll(one => one.Id == id); return Results.NoContent(); });
        routes.MapPost("/runs/estimate", (NewRun wanted) => CannedRecipes.Estimate(data, wanted));
        routes.MapPut("/recipes/{id:guid}", (Guid id, NewRecipe recipe) => data.Recipes[0] = data.Recipes[0] with { Settings = recipe.Settings });
        routes.MapGet("/generators", () => new Page<Generator>(data.Generators, null));
        routes.MapPost("/generators", (NewGenerator wanted) => { data.Generators.Add(Made(Guid.CreateVersion7(), wanted)); return data.Generators[^1]; });
        routes.MapPut("/generators/{id:guid}", (Guid id, NewGenerator wanted) => data.Generators[data.Generators.FindIndex(one => one.Id == id)] = Made(id, wanted));
        routes.MapDelete("/generators/{id:guid}", (Guid id) => { data.Generators.RemoveAll(one => one.Id == id); return Results.NoContent(); });
        routes.MapPost("/generators/{id:guid}/test", () => new GeneratorTest { Ok = true, Message = "It answered with two usable pairs.", Milliseconds = 812, Model = "qwen3-32b" });
        routes.MapGet("/runs", () => new Page<Run>(data.Runs, null));
        routes.MapPost("/runs", (NewRun wanted) => Start(server, wanted));
        routes.MapGet("/runs/{id:guid}", (Guid id) => data.Runs.Single(run => run.Id == id));
        routes.MapGet("/runs/{id:guid}/report", () => CannedReport.Of(data));
        routes.MapGet("/runs/{id:guid}/failures", () => new Page<FailedContext>(data.FailedContexts, null));
        routes.MapPost("/runs/{id:guid}/failures/{item:guid}/retry", (Guid id, Guid item) => CannedReport.Retry(data, id, item));
        routes.MapPost("/runs/{id:guid}/cancel", (Guid id) => Change(server, id, "cancelled"));
        routes.MapPost("/runs/{id:guid}/judge", (Guid id) => Change(server, id, "running"));
        routes.MapPost("/runs/{id:guid}/resume", (Guid id) => Change(server, id, "running"));
    }

    private static Generator Made(Guid id, NewGenerator wanted) =>
        new()
        {
            Id = id, Name = wanted.Name, Endpoint = wanted.Endpoint, Model = wanted.Model, HasApiKey = wanted.ApiKey is not null,
            Concurrency = wanted.Concurrency, RequestsPerMinute = null, TokensPerMinute = null, InputPrice = null, OutputPrice = null,
            IsDefault = wanted.IsDefault,
        };

    private static Run Start(CannedServer server, NewRun wanted)
    {
        var run = new Run
        {
            Id = Guid.CreateVersion7(), State = "planned", Summary = $"planned over {wanted.DocumentIds?.Count.ToString() ?? "all"} documents",
            Generator = wanted.Generator ?? "team model", Model = "qwen3-32b", Recipe = "default", Contexts = new(10, 0, 0, 10), Pairs = 0,
            Failures = [], Tokens = new(0, 0), Cost = null, StartedBy = "admin", StartedAt = TimeProvider.System.GetUtcNow(),
            FinishedAt = null,
        };
        server.Data.Runs.Insert(0, run);
        server.Tell("run");
        return run;
    }

    private static Run Change(CannedServer server, Guid id, string state)
    {
        var index = server.Data.Runs.FindIndex(run => run.Id == id);
        server.Data.Runs[index] = server.Data.Runs[index] with { State = state };
        server.Tell("run");
        return server.Data.Runs[index];
    }
}
