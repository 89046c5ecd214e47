using SynthDataGen.Api.Access;
using SynthDataGen.Api.Documents;
using SynthDataGen.Api.Events;
using SynthDataGen.Api.Export;
using SynthDataGen.Api.Generation;
using SynthDataGen.Api.Review;
using SynthDataGen.Api.Workspaces;
using SynthDataGen.Core.Workspaces;

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

        var workspace = api.MapGroup("/workspaces/{ws}").ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
        workspace.GroupFor(MemberRole.Reviewer).MapReviewing();
        workspace.GroupFor(reads: MemberRole.Reviewer, changes: MemberRole.Editor).MapMaking();
        workspace.GroupFor(MemberRole.Administrator).MapAdministration();
    }

    private static void MapReviewing(this RouteGroupBuilder workspace)
    {
        workspace.MapPairs();
        workspace.MapDecisions();
        workspace.MapLeases();
        workspace.MapBulkDecisions();
        workspace.MapDashboard();
        workspace.MapEvents();
        workspace.MapKeys();
    }

    private static void MapMaking(this RouteGroupBuilder workspace)
    {
        workspace.MapDocuments();
        workspace.MapRecipes();
        workspace.MapGenerators();
        workspace.MapRuns();
        workspace.MapRunReports();
        workspace.MapRegeneration();
        workspace.MapExport();
    }

    private static void MapAdministration(this RouteGroupBuilder workspace)
    {
        workspace.MapWorkspace();
        workspace.MapMembers();
        workspace.MapExportDeletion();
    }
}
