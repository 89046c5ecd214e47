using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Documents;
using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Core.Storage;
using SynthDataGen.Core.Workspaces;
using SynthDataGen.Testing;

namespace SynthDataGen.Worker.Tests.Workspaces;

public sealed class DeletedWorkspaceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_rows_go_and_its_objects_stay()
    {
        await using var stack = await Stack.PrepareAsync();
        await stack.StartWorkerAsync();
        await using var model = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.Grounded);
        var book = await stack.Documents.BookAsync(2);
        var key = (await stack.Get<DocumentRecords>().FindAsync(stack.Workspace.Id, book, Token))!.Document.Key;
        (await stack.Runs.PairsAsync((await stack.Runs.FinishAsync(model, book)).Run)).ShouldNotBeEmpty();

        (await stack.Get<WorkspaceRemoval>().BeginAsync(stack.Workspace.Id, Token)).ShouldBeTrue();
        (await stack.Get<WorkspaceRecords>().FindAsync(stack.Workspace.Id, Token)).ShouldBeNull();
        await Eventually.SeeAsync(_ => stack.LookAsync(db => db.Workspaces.CountAsync(Token)), left => left == 0, "gone");
        int[] left = await stack.LookAsync(async db => new[]
        {
            await db.Documents.CountAsync(Token), await db.Revisions.CountAsync(Token), await db.Chunks.CountAsync(Token), await db.Runs.CountAsync(Token),
            await db.RunItems.CountAsync(Token), await db.ModelCalls.CountAsync(Token), await db.Pairs.CountAsync(Token), await db.Recipes.CountAsync(Token),
        });
        left.ShouldAllBe(rows => rows == 0);
        await using var kept = await stack.Get<IObjectStore>().OpenAsync(stack.Workspace.Bucket, key, Token);
        kept.ShouldNotBeNull();
    }

    [Fact]
    public async Task Its_waiting_work_ends_without_a_trace()
    {
        await using var stack = await Stack.PrepareAsync();
        var run = await stack.Runs.StartAsync(model: null, [Guid.CreateVersion7()]);
        await stack.Get<WorkspaceRemoval>().BeginAsync(stack.Workspace.Id, Token);
        (await stack.LookAsync(db => db.Runs.SingleAsync(r => r.Id == run.Id, Token))).State.ShouldBe(Core.Generation.RunState.Cancelled);

        var worker = await stack.StartWorkerAsync();
        await Eventually.SeeAsync(_ => stack.LookAsync(db => db.Workspaces.CountAsync(Token)), left => left == 0, "gone");
        worker.Said.ShouldNotContain("nobody foresaw");
    }

    [Fact]
    public async Task Its_name_can_be_given_again_at_once()
    {
        await using var stack = await Stack.PrepareAsync();
        await stack.Get<WorkspaceRemoval>().BeginAsync(stack.Workspace.Id, Token);
        var again = await stack.Get<WorkspaceRecords>().CreateAsync(Workspace.DefaultName, "Again", stack.Workspace.Bucket, Token);
        (again?.Title, (await stack.Get<WorkspaceRecords>().FindAsync(Workspace.DefaultName, Token))?.Id).ShouldBe(("Again", again?.Id));
    }

    [Fact]
    public async Task What_was_not_deleted_is_never_taken_away()
    {
        await using var stack = await Stack.PrepareAsync();
        await stack.Get<WorkspaceRemoval>().FinishAsync(stack.Workspace.Id, Token);
        (await stack.LookAsync(db => db.Workspaces.CountAsync(Token))).ShouldBe(1);
        await stack.Get<WorkspaceRemoval>().BeginAsync(stack.Workspace.Id, Token);
        (await stack.Get<WorkspaceRemoval>().BeginAsync(stack.Workspace.Id, Token)).ShouldBeFalse();
    }
}
