using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Access;
using SynthDataGen.Api.Workspaces;
using SynthDataGen.Client.Review;
using SynthDataGen.Core.Data.Review;
using Decision = SynthDataGen.Core.Review.Decision;
using Entity = SynthDataGen.Core.Review.Pair;

namespace SynthDataGen.Api.Review;

/// <summary>Deciding on pairs.</summary>
internal static class DecisionEndpoints
{
    public static void MapDecisions(this RouteGroupBuilder workspace) =>
        workspace.MapPost("/pairs/{id:guid}/decisions", DecideAsync).WithTags("Review").ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<Pair>, ProblemHttpResult>> DecideAsync(
        CurrentWorkspace workspace, Guid id, NewDecision body, ClaimsPrincipal caller,
        DecisionRecords decisions, PairRecords pairs, TimeProvider time, CancellationToken cancellationToken)
    {
        if (Fault(body) is { } fault)
        {
            return fault;
        }

        var (by, at) = (caller.Name(), time.GetUtcNow());
        var outcome = body.Action == "undo"
            ? await decisions.UndoAsync(workspace.Id, id, body.Version, by, at, cancellationToken)
            : await decisions.DecideAsync(workspace.Id, id, body.Version, pair => Decide(pair, body, by, at), cancellationToken);
        var row = await pairs.FindAsync(workspace.Id, id, cancellationToken);
        return (outcome, row) switch
        {
            (_, null) => PairEndpoints.NotFound(id),
            (DecisionOutcome.Saved, _) => TypedResults.Ok(row.ToWire(await pairs.ListDecisionsAsync(id, cancellationToken))),
            (DecisionOutcome.NothingToUndo, _) => Problems.Conflict("nothing-to-undo", "There is no decision on this pair that could be undone."),
            _ => Problems.Conflict("version-conflict", "Somebody decided on this pair meanwhile. Look at it as it stands now.", row.ToWire()),
        };
    }

    private static Decision Decide(Entity pair, NewDecision body, string by, DateTimeOffset at) => body.Action switch
    {
        "approve" => pair.Approve(by, at),
        "edit" => pair.Edit(body.Question?.Trim() ?? pair.Question, body.Answer?.Trim() ?? pair.Answer, by, at),
        _ => pair.Reject(body.Reason?.Trim(), by, at),
    };

    private static ProblemHttpResult? Fault(NewDecision body) => body switch
    {
        { Action: not ("approve" or "edit" or "reject" or "undo") } =>
            Problems.BadRequest("unknown-action", $"There is no action \"{body.Action}\"; there are approve, edit, reject and undo."),
        { Action: "edit", Question: null, Answer: null } => Problems.BadRequest("empty-edit", "An edit needs a question or an answer."),
        { Action: "edit" } when IsBad(body.Question) || IsBad(body.Answer) =>
            Problems.BadRequest("bad-text", $"A question or an answer has 1 to {Entity.MaxTextLength} characters and no NUL."),
        { Reason.Length: > Decision.MaxReasonLength } =>
            Problems.BadRequest("bad-reason", $"A reason has at most {Decision.MaxReasonLength} characters."),
        _ => null,
    };

    private static bool IsBad(string? text) =>
        text is not null && (string.IsNullOrWhiteSpace(text) || text.Length > Entity.MaxTextLength || text.Contains('\0', StringComparison.Ordinal));
}
