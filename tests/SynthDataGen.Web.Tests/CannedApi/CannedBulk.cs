using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SynthDataGen.Client;
using SynthDataGen.Client.Review;

namespace SynthDataGen.Web.Tests.CannedApi;

/// <summary>Bulk decisions, done immediately.</summary>
internal static class CannedBulk
{
    public static void MapBulk(this IEndpointRouteBuilder app, CannedServer server)
    {
        var routes = app.MapGroup("/api/v1/workspaces/{ws}/pairs/decisions");
        routes.MapGet("", () => new Page<BulkOutcome>([.. server.Data.Bulk.AsEnumerable().Reverse().Select(one => one.Outcome)], null));
        routes.MapPost("", (BulkDecision decision) => Decide(server, decision));
        routes.MapPost("/undo", (BulkUndo undo) => Undo(server, undo.UndoToken));
    }

    private static BulkOutcome Decide(CannedServer server, BulkDecision decision)
    {
        var data = server.Data;
        var before = decision.Ids is { } ids ? data.Pairs.Where(pair => ids.Contains(pair.Id)).ToList() : CannedFilter.Of(data, decision.Filter!);
        Put(data, before.Select(pair => Changed(pair, decision)));
        var outcome = new BulkOutcome
        {
            UndoToken = Guid.CreateVersion7(), Changed = before.Count, State = "done", Action = decision.Action, Total = before.Count,
            By = "admin", At = TimeProvider.System.GetUtcNow(), Assignee = Whom(decision),
        };
        data.Bulk.Add((outcome, decision, before));
        server.Tell("pair");
        return outcome;
    }

    private static IResult Undo(CannedServer server, Guid token)
    {
        var index = server.Data.Bulk.FindIndex(one => one.Outcome.UndoToken == token);
        var bulk = server.Data.Bulk[index];
        Put(server.Data, bulk.Before);
        server.Data.Bulk[index] = bulk with { Outcome = bulk.Outcome with { State = "undone", Changed = 0 } };
        server.Tell("pair");
        return Results.Ok(server.Data.Bulk[index].Outcome);
    }

    private static Pair Changed(Pair pair, BulkDecision decision) => decision.Action switch
    {
        "approve" => pair with { Status = "approved", DecidedBy = "admin" },
        "reject" => pair with { Status = "rejected", DecidedBy = "admin" },
        "assign" or "unassign" => pair with { Assignee = Whom(decision) },
        "tag" => pair with { Tags = [.. pair.Tags ?? [], decision.Tag!] },
        _ => pair with { Tags = [.. (pair.Tags ?? []).Where(tag => tag != decision.Tag)] },
    };

    private static string? Whom(BulkDecision decision) => decision.Assignee == "me" ? "admin" : decision.Assignee;

    private static void Put(CannedData data, IEnumerable<Pair> pairs)
    {
        lock (data.Pairs)
        {
            foreach (var pair in pairs.ToList())
            {
                data.Pairs[data.Pairs.FindIndex(one => one.Id == pair.Id)] = pair;
            }
        }
    }
}
