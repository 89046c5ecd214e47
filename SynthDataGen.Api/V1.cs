using SynthDataGen.Api.Documents;
using SynthDataGen.Api.Events;
using SynthDataGen.Api.Export;
using SynthDataGen.Api.Generation;
using SynthDataGen.Api.Review;
using SynthDataGen.Api.Workspaces;

namespace SynthDataGen.Api;

/// <summary>Version 1 of the wire contract: who may call is said here, once.</summary>
internal static class V1
{
    public static void MapV1(this IEndpointRouteBuilder app)
    {
        app.MapGroup("/api/v1").MapSignIn();

        var api = app.MapGroup("/api/v1").RequireAuthorization().ProducesProblem(StatusCodes.Status401Unauthorized);
        api.MapSession();
        api.MapWorkspaces();

        var workspace = api.MapGroup("/workspaces/{ws}").InWorkspace().ProducesProblem(StatusCodes.Status404NotFound);
        workspace.MapDocuments();
        workspace.MapRecipes();
        workspace.MapGenerators();
        workspace.MapRuns();
        workspace.MapRunReports();
        workspace.MapPairs();
        workspace.MapDecisions();
        workspace.MapBoxes();
        workspace.MapLeases();
        workspace.MapBulkDecisions();
        workspace.MapExport();
        workspace.MapEvents();
    }
}
