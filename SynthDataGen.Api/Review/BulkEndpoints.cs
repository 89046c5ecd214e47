using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Access;
using SynthDataGen.Api.Workspaces;
using SynthDataGen.Client;
using SynthDataGen.Client.Review;
using SynthDataGen.Core.Data.Review;
using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Api.Review;

/// <summary>Makes and undoes one decision on many pairs.</summary>
internal static class BulkEndpoints
{
    private const int MaxListed = 20;

    public static void MapBulkDecisions(this RouteGroupBuilder workspace)
    {
        var group = workspace.MapGroup("/pairs/decisions").WithTags("Review");
        group.MapGet("/", ListAsync);
        group.MapPost("/", DecideAsync);
        group.MapGet("/{token:guid}", GetAsync);
        group.MapPost("/undo", UndoAsync);
    }

    private static async Task<Results<Ok<BulkOutcome>, ProblemHttpResult>> DecideAsync(
        CurrentWorkspace workspace, BulkDecision body, ClaimsPrincipal caller, BulkRecords bulk, MemberRecords members, TimeProvider time, CancellationToken cancellationToken)
    {
        if ((PairFilters.Read(body.Filter, caller.Name(), out var query, out _) ?? Fault(body)) is { } fault)
        {
            return fault;
        }

        var assignee = body.Action == "assign" ? await AssigneeAsync(workspace, WireText.OrNull(body.Assignee), caller, members, cancellationToken) : null;
        if (body.Action == "assign" && assignee is null)
        {
            return Problems.BadRequest("unknown-assignee", $"There is no member \"{body.Assignee}\" in this workspace to assign pairs to.");
        }

        WireNames.TryRead<DecisionAction>(body.Action, out var action);
        var at = time.GetUtcNow();
        var decision = new Core.Review.BulkDecision
        {
            Id = Guid.CreateVersion7(at), WorkspaceId = workspace.Id, By = caller.Name(), At = at, Action = action!.Value,
            Reason = WireText.OrNull(body.Reason), Tag = WireText.OrNull(body.Tag), Assignee = assignee, Query = query,
        };
        var made = body.Ids is { } ids ? await bulk.DecideAsync(decision, ids, cancellationToken) : await bulk.DecideAsync(decision, cancellationToken);
        return TypedResults.Ok(ToWire(made));
    }

    private static async Task<Ok<Page<BulkOutcome>>> ListAsync(CurrentWorkspace workspace, BulkRecords bulk, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Page<BulkOutcome>([.. (await bulk.ListAsync(workspace.Id, MaxListed, cancellationToken)).Select(ToWire)], null));

    private static async Task<Results<Ok<BulkOutcome>, ProblemHttpResult>> GetAsync(
        CurrentWorkspace workspace, Guid token, BulkRecords bulk, CancellationToken cancellationToken) =>
        await bulk.FindAsync(workspace.Id, token, cancellationToken) is { } found ? TypedResults.Ok(ToWire(found)) : NotFound(token);

    private static async Task<Results<Ok<BulkOutcome>, ProblemHttpResult>> UndoAsync(
        CurrentWorkspace workspace, BulkUndo body, BulkRecords bulk, CancellationToken cancellationToken) =>
        await bulk.UndoAsync(workspace.Id, body.UndoToken, cancellationToken) is { } found ? TypedResults.Ok(ToWire(found)) : NotFound(body.UndoToken);

    private static ProblemHttpResult? Fault(BulkDecision body) => body switch
    {
        { Action: not ("approve" or "reject" or "tag" or "untag" or "assign" or "unassign") } =>
            Problems.BadRequest("unknown-action", $"There is no bulk action \"{body.Action}\"; there are approve, reject, tag, untag, assign and unassign."),
        { Ids: null, Filter: null } or { Ids: not null, Filter: not null } =>
            Problems.BadRequest("ids-or-filter", "Name the pairs in \"ids\" or select them in \"filter\", but not both. An empty filter selects all pairs."),
        { Ids.Count: > Core.Review.BulkDecision.MaxIds } => Problems.BadRequest("too-many-ids", $"Name at most {Core.Review.BulkDecision.MaxIds:N0} pairs; use a filter for more."),
        { Action: "tag" or "untag" } when WireText.OrNull(body.Tag) is not { Length: <= Core.Review.BulkDecision.MaxTagLength } tag || !StorableText.IsStorable(tag) || tag.Any(char.IsControl) =>
            Problems.BadRequest("bad-tag", $"A tag has 1 to {Core.Review.BulkDecision.MaxTagLength} characters, none of them a control character."),
        _ => DecisionEndpoints.ReasonFault(body.Reason),
    };

    private static async Task<string?> AssigneeAsync(
        CurrentWorkspace workspace, string? name, ClaimsPrincipal caller, MemberRecords members, CancellationToken cancellationToken) => name == "me"
        ? caller.Name()
        : (await members.ListAsync(workspace.Id, cancellationToken)).FirstOrDefault(member => member.Name == name)?.Name;

    private static ProblemHttpResult NotFound(Guid token) => Problems.NotFound("bulk-not-found", $"There is no bulk decision {token} in this workspace.");

    private static BulkOutcome ToWire(Core.Review.BulkDecision b) => new()
    {
        UndoToken = b.Id, Changed = b.Changed, State = b.State.ToWire(), Action = b.Action.ToWire(), Total = b.Total, By = b.By, At = b.At,
        Assignee = b.Assignee,
    };
}
