using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Access;
using SynthDataGen.Api.Workspaces;
using SynthDataGen.Client.Review;
using SynthDataGen.Core.Data.Review;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;
using SynthDataGen.Core.Review.Second;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Api.Review;

/// <summary>Decides on pairs.</summary>
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

        var reviewer = new Reviewer(caller.Name(), time.GetUtcNow(), workspace.Value.Review.SecondShare ?? 0, workspace.Role >= MemberRole.Editor);
        var outcome = await (body.Action switch
        {
            "undo" => decisions.UndoAsync(workspace.Id, id, body.Version, reviewer, cancellationToken),
            "edit" => decisions.EditAsync(workspace.Id, id, body.Version, EditOf(body), reviewer, cancellationToken),
            "approve" => decisions.DecideAsync(workspace.Id, id, body.Version, Verdict.Approve, reviewer, cancellationToken),
            _ => decisions.DecideAsync(workspace.Id, id, body.Version, Verdict.Reject(body.Reason?.Trim()), reviewer, cancellationToken),
        });
        var row = await pairs.FindAsync(workspace.Id, id, cancellationToken);
        return (outcome, row) switch
        {
            (_, null) => PairEndpoints.NotFound(id),
            (DecisionOutcome.Saved, _) => TypedResults.Ok(row.ToWire(reviewer.By, await pairs.ListDecisionsAsync(id, cancellationToken))),
            (DecisionOutcome.NothingToUndo, _) => Problems.Conflict("nothing-to-undo", "You have no decision on this pair to undo."),
            (DecisionOutcome.OpinionGiven, _) => Problems.Conflict("opinion-given", "You already gave an opinion on this pair. Somebody else decides next."),
            (DecisionOutcome.BadEvidence, _) => Problems.BadRequest("bad-evidence", "Each span of evidence must be within the text of the pair's revision and contain words."),
            _ => Problems.Conflict("version-conflict", "Somebody decided on this pair in the meantime. Look at its current version.", row.ToWire()),
        };
    }

    private static PairEdit EditOf(NewDecision body) =>
        new(body.Question?.Trim(), body.Answer?.Trim(), body.Evidence is null ? null : [.. body.Evidence.Select(span => new Core.Documents.TextSpan(span.Start, span.End))]) { Reason = body.Reason?.Trim() };

    private static ProblemHttpResult? Fault(NewDecision body) => body switch
    {
        { Action: not ("approve" or "edit" or "reject" or "undo") } =>
            Problems.BadRequest("unknown-action", $"There is no action \"{body.Action}\"; there are approve, edit, reject and undo."),
        { Action: "edit", Question: null, Answer: null, Evidence: null } => Problems.BadRequest("empty-edit", "An edit needs a question, an answer or evidence."),
        { Action: "edit" } when IsBad(body.Question) || IsBad(body.Answer) =>
            Problems.BadRequest("bad-text", $"A question or an answer has 1 to {Core.Pairs.Pair.MaxTextLength} characters, without NUL or half of a surrogate pair."),
        { Action: "edit", Evidence.Count: > PairEdit.MaxSpans } => Problems.BadRequest("bad-evidence", $"A pair has at most {PairEdit.MaxSpans} spans of evidence."),
        _ => ReasonFault(body.Reason),
    };

    /// <summary>What is wrong with a reason; null: nothing.</summary>
    public static ProblemHttpResult? ReasonFault(string? reason) => reason is not null && (reason.Length > Core.Pairs.Decision.MaxReasonLength || !StorableText.IsStorable(reason))
        ? Problems.BadRequest("bad-reason", $"A reason has at most {Core.Pairs.Decision.MaxReasonLength} characters, without NUL or half of a surrogate pair.")
        : null;

    private static bool IsBad(string? text) =>
        text is not null && (string.IsNullOrWhiteSpace(text) || text.Length > Core.Pairs.Pair.MaxTextLength || !StorableText.IsStorable(text));
}
