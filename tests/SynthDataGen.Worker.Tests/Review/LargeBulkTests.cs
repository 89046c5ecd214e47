using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Review;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;
using SynthDataGen.Testing;

namespace SynthDataGen.Worker.Tests.Review;

public sealed class LargeBulkTests
{
    private const int Pairs = 22_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_worker_neither_loses_nor_repeats_bulk_decisions()
    {
        await using var stack = await Stack.PrepareAsync();
        var first = await stack.StartWorkerAsync();
        await SeedAsync(stack);
        var asked = await stack.Get<BulkRecords>().DecideAsync(NewBulk(stack), Token);
        (asked.State, asked.Total).ShouldBe((BulkState.Working, null));
        await SaveLaterAsync(stack);
        await SeeAsync(stack, asked.Id, bulk => bulk.Changed > 0);
        await first.KillAsync(Token);
        await Task.WhenAll(stack.StartWorkerAsync(), stack.Get<BulkRecords>().FinishAsync(asked.Id, Token));

        var done = await SeeAsync(stack, asked.Id, bulk => bulk.State == BulkState.Done);

        (done.Total, done.Changed).ShouldBe((Pairs, Pairs));
        (await CountAsync(stack, p => p.Status == PairStatus.Approved && p.Version == 2)).ShouldBe(Pairs);
        (await CountAsync(stack, p => p.Status == PairStatus.Pending)).ShouldBe(1);
        (await stack.LookAsync(db => db.Decisions.CountAsync(Token))).ShouldBe(Pairs);

        await stack.Get<BulkRecords>().UndoAsync(stack.Workspace.Id, asked.Id, Token);
        (await SeeAsync(stack, asked.Id, bulk => bulk.State == BulkState.Undone)).Changed.ShouldBe(0);
        (await CountAsync(stack, p => p.Status == PairStatus.Pending && p.DecidedBy == null)).ShouldBe(Pairs + 1);
    }

    private static BulkDecision NewBulk(Stack stack) => new()
    {
        Id = Guid.CreateVersion7(), WorkspaceId = stack.Workspace.Id, By = "reviewer", At = TimeProvider.System.GetUtcNow(), Action = DecisionAction.Approve, Query = new(),
    };

    /// <summary>One real pair, and copies of it up to the full number.</summary>
    private static async Task SeedAsync(Stack stack)
    {
        await using var model = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.Grounded);
        var run = await stack.Runs.FinishAsync(model, await stack.Documents.BookAsync(2), maxPairs: 1);
        var pair = (await stack.Runs.PairsAsync(run.Run)).ShouldHaveSingleItem();
        (await CopyAsync(stack, pair.Id, 1, Pairs - 1)).ShouldBe(Pairs - 1);
    }

    /// <summary>A pair that is created after the request for the bulk decision.</summary>
    private static async Task SaveLaterAsync(Stack stack) =>
        await CopyAsync(stack, await stack.LookAsync(db => db.Pairs.Where(p => p.Ordinal == 0).Select(p => p.Id).FirstAsync(Token)), Pairs, Pairs);

    private static Task<int> CopyAsync(Stack stack, Guid pair, int first, int last) => stack.LookAsync(db => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO pairs (id, workspace_id, document_id, revision_id, run_id, run_item_id, context, ordinal, question, answer, evidence, question_type, flags, tags,
            status, version, heading_path, generator_name, model, template, template_version, created_at)
        SELECT gen_random_uuid(), workspace_id, document_id, revision_id, run_id, run_item_id, context, number, question, answer, evidence, question_type, flags, tags,
            'Pending', 1, heading_path, generator_name, model, template, template_version, clock_timestamp()
        FROM pairs, generate_series({first}, {last}) AS number WHERE id = {pair}
        """,
        Token));

    private static Task<int> CountAsync(Stack stack, System.Linq.Expressions.Expression<Func<Pair, bool>> which) => stack.LookAsync(db => db.Pairs.CountAsync(which, Token));

    private static async Task<BulkDecision> SeeAsync(Stack stack, Guid id, Func<BulkDecision, bool> isWished) =>
        (await Eventually.SeeAsync(_ => stack.Get<BulkRecords>().FindAsync(stack.Workspace.Id, id, Token), bulk => isWished(bulk!), "as far"))!;
}
