using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SynthDataGen.Client;
using SynthDataGen.Client.Review;

namespace SynthDataGen.Web.Tests.CannedApi;

/// <summary>Pairs and decisions; a stale version is answered with the current pair.</summary>
internal static class CannedReview
{
    public static void MapReview(this IEndpointRouteBuilder app, CannedServer server)
    {
        var data = server.Data;
        var routes = app.MapGroup("/api/v1/workspaces/{ws}");
        routes.MapGet("/pairs", ([AsParameters] PairFilter filter, string? after, int? limit) => Paged(CannedFilter.Of(data, filter), after, limit ?? 50));
        routes.MapGet("/review/next", ([AsParameters] PairFilter filter, int? count, Guid? after) =>
            Paged(CannedFilter.Of(data, filter with { Status = "pending" }), after?.ToString(), count ?? 10));
        routes.MapGet("/pairs/{id:guid}", (Guid id) => data.Pairs.Find(pair => pair.Id == id) is { } pair ? Results.Ok(pair) : CannedServer.Problem(404, "not-found", "There is no such pair."));
        routes.MapGet("/pairs/count", ([AsParameters] PairFilter filter) => new PairCount(CannedFilter.Of(data, filter).Count, false));
        routes.MapGet("/review/agreement", () => new[] { new ReviewerAgreement { First = "ada", Second = "ben", Count = 1_200, Agreed = 0.75, Kappa = 0.5 } });
        routes.MapPost("/review/leases", (TakePairs take) =>
        {
            var waiting = CannedFilter.Of(data, (take.Filter ?? new()) with { Status = "pending", Stage = take.Filter?.Stage ?? "open" });
            var items = waiting.Where(pair => take.Skip?.Contains(pair.Id) != true && !server.Elsewhere.Contains(pair.Id)).Take(take.Count).Select(WithoutHistory).ToList();
            return new TakenPairs(items, TimeProvider.System.GetUtcNow().AddMinutes(10), items.Count < take.Count ? server.Elsewhere.Count : null);
        });
        routes.MapPost("/review/leases/renew", (PairIds ids) => new PairIds([.. ids.Ids.Except(server.Elsewhere)]));
        routes.MapPost("/review/leases/return", (PairIds ids) => { server.Returned.AddRange(ids.Ids); return ids; });
        routes.MapGet("/pairs/{id:guid}/boxes", (Guid id) => data.Pairs.Find(pair => pair.Id == id) is { } pair ? Boxes(pair) : []);
        routes.MapPost("/pairs/{id:guid}/decisions", (Guid id, NewDecision decision) => Decide(server, id, decision));
        routes.MapPost("/pairs/{id:guid}/regenerate", (Guid id, NewRegeneration body) => Results.Ok(Regenerate(data, id, body)));
        routes.MapGet("/dashboard", () => CannedDashboard.Of(data));
        routes.MapGet("/documents/{id:guid}/heat", (Guid id) => CannedDashboard.Heat);
        routes.MapGet("/export", () => Results.Json(new { exportedAt = TimeProvider.System.GetUtcNow(), workspace = "default", count = data.Stats.Pairs.Approved, pairs = data.Pairs.Where(pair => pair.Status == "approved").Select(WithoutHistory) }));
    }

    /// <summary>Takes the words after the old evidence as the new evidence; the remark "fail" fails, and "invent" finds no evidence.</summary>
    private static Regeneration Regenerate(CannedData data, Guid id, NewRegeneration body)
    {
        var pair = data.Pairs.Find(pair => pair.Id == id)!;
        var (text, start) = (data.Texts[pair.DocumentId].Text, pair.Evidence[0].End + 1);
        Evidence[] evidence = body.Remark == "invent" ? [new() { Quote = "Nobody wrote this.", Start = 0, End = 0, Page = 1, Match = "missing" }] : [new() { Quote = text[start..(start + 20)], Start = start, End = start + 20, Page = 1, Match = "exact" }];
        return body.Remark == "fail"
            ? new()
            {
                Pair = null, Failure = new("rate-limited", "Too many calls. Wait a little, and ask again."), Generator = "local", Model = "m",
                Tokens = new(0, 0), Cost = null, Kept = false,
            }
            : new()
            {
                Pair = new(pair.Question, $"{body.Remark}: {pair.Answer}", evidence, body.Remark == "invent" ? ["ungrounded"] : []),
                Failure = null, Generator = "local", Model = "m", Tokens = new(900, 100), Cost = 0.0123m, Kept = false,
            };
    }

    private static Page<Pair> Paged(IEnumerable<Pair> pairs, string? after, int limit)
    {
        var rest = pairs.Where(pair => after is null || string.CompareOrdinal(pair.Id.ToString(), after) > 0).Take(limit + 1).Select(WithoutHistory).ToList();
        return rest.Count > limit ? new(rest[..limit], rest[limit - 1].Id.ToString()) : new(rest, null);
    }

    /// <summary>Two lines somewhere in the upper half.</summary>
    private static IReadOnlyList<EvidenceBox> Boxes(Pair pair) =>
        [.. pair.Evidence.SelectMany(one => new[] { new EvidenceBox(one.Page, 0.12, 0.2, 0.7, 0.018), new EvidenceBox(one.Page, 0.12, 0.222, 0.4, 0.018) })];

    private static Pair WithoutHistory(Pair pair) => pair with { History = null };

    private static List<Evidence>? Quoted(string text, IReadOnlyList<TextSpan>? spans) =>
        spans?.Select(span => new Evidence { Quote = text[span.Start..span.End], Start = span.Start, End = span.End, Page = 1, Match = "exact" }).ToList();

    private static IResult Decide(CannedServer server, Guid id, NewDecision decision)
    {
        lock (server.Data.Pairs)
        {
            var index = server.Data.Pairs.FindIndex(pair => pair.Id == id);
            var pair = server.Data.Pairs[index];
            if (pair.Version != decision.Version)
            {
                return CannedServer.Problem(409, "version-conflict", "The pair changed since it was seen.", pair);
            }

            var before = new PairContent(pair.Question, pair.Answer, pair.Status) { Evidence = pair.Evidence, Flags = pair.Flags };
            var after = decision.Action switch
            {
                "approve" => before with { Status = "approved" },
                "reject" => before with { Status = "rejected" },
                "edit" => new(decision.Question ?? pair.Question, decision.Answer ?? pair.Answer, "approved") { Evidence = Quoted(server.Data.Texts[pair.DocumentId].Text, decision.Evidence) ?? pair.Evidence, Flags = pair.Flags },
                _ => pair.History!.Count > 0 ? pair.History[^1].Before! : before,
            };
            var at = TimeProvider.System.GetUtcNow();
            server.Data.Pairs[index] = pair with
            {
                Question = after.Question, Answer = after.Answer, Evidence = after.Evidence ?? pair.Evidence, Status = after.Status, Version = pair.Version + 1, Stage = null,
                DecidedBy = after.Status == "pending" ? null : "admin", DecidedAt = after.Status == "pending" ? null : at,
                History = [.. pair.History!, new Decision { At = at, By = "admin", Action = decision.Action, Reason = decision.Reason, Before = before, After = after }],
            };
            server.Tell("pair");
            return Results.Ok(server.Data.Pairs[index]);
        }
    }
}
