using System.Text;
using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Documents;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Storage;
using SynthDataGen.Core.Workspaces;
using SynthDataGen.Testing;

namespace SynthDataGen.Worker.Tests.Documents;

public sealed class SyncTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_renamed_object_is_the_same_document_under_its_new_key()
    {
        await using var stack = await Stack.PrepareAsync();
        await stack.StartWorkerAsync();
        await PutAsync(stack, "old.md", "# Lamps\n\nThe lamp is lit at dusk.");
        await SyncAsync(stack);
        var before = await ReadyAsync(stack, "old.md");

        await PutAsync(stack, "moved/new.md", "# Lamps\n\nThe lamp is lit at dusk.");
        await stack.Get<IObjectStore>().DeleteAsync(stack.Workspace.Bucket, "old.md", Token);
        (await SyncAsync(stack)).ShouldBe(new(1, 1, 0, 0, 1));

        var after = await ReadyAsync(stack, "moved/new.md");
        (after.Id, after.RevisionId).ShouldBe((before.Id, before.RevisionId));
        (await stack.LookAsync(db => db.Documents.CountAsync(Token))).ShouldBe(1);
        (await stack.LookAsync(db => db.Revisions.CountAsync(Token))).ShouldBe(1);
        (await SyncAsync(stack)).ShouldBe(new(1, 0, 0, 0, 0));
    }

    [Fact]
    public async Task A_rename_counts_as_one_where_the_store_marks_the_content()
    {
        var server = await S3Server.SharedOrSkipAsync();
        await using var stack = await Stack.PrepareAsync(store: server.ConnectionString);
        await stack.StartWorkerAsync();
        await PutAsync(stack, "old.txt", "The lamp is lit at dusk.");
        await SyncAsync(stack);
        await ReadyAsync(stack, "old.txt");

        await PutAsync(stack, "new.txt", "The lamp is lit at dusk.");
        await PutAsync(stack, "other.txt", "The horn sounds in fog.");
        await stack.Get<IObjectStore>().DeleteAsync(stack.Workspace.Bucket, "old.txt", Token);
        (await SyncAsync(stack)).ShouldBe(new(2, 1, 0, 1, 0));
    }

    [Fact]
    public async Task A_copy_is_a_document_of_its_own()
    {
        await using var stack = await Stack.PrepareAsync();
        await stack.StartWorkerAsync();
        await PutAsync(stack, "one.txt", "The same words.");
        await PutAsync(stack, "two.txt", "The same words.");
        await SyncAsync(stack);

        var (one, two) = (await ReadyAsync(stack, "one.txt"), await ReadyAsync(stack, "two.txt"));
        one.RevisionId.ShouldNotBe(two.RevisionId);
    }

    [Fact]
    public async Task Known_bytes_with_another_extension_are_read_again()
    {
        await using var stack = await Stack.PrepareAsync();
        await stack.StartWorkerAsync();
        await PutAsync(stack, "old.txt", "# Lamps\n\nThe lamp is lit at dusk.");
        await SyncAsync(stack);
        var before = await ReadyAsync(stack, "old.txt");

        await PutAsync(stack, "new.md", "# Lamps\n\nThe lamp is lit at dusk.");
        await stack.Get<IObjectStore>().DeleteAsync(stack.Workspace.Bucket, "old.txt", Token);
        await SyncAsync(stack);

        (await ReadyAsync(stack, "new.md")).Id.ShouldNotBe(before.Id);
    }

    [Fact]
    public async Task Only_the_first_copy_of_a_deleted_object_is_its_rename()
    {
        await using var stack = await Stack.PrepareAsync();
        await stack.StartWorkerAsync();
        await PutAsync(stack, "old.txt", "The same words.");
        await SyncAsync(stack);
        var old = await ReadyAsync(stack, "old.txt");

        await PutAsync(stack, "one.txt", "The same words.");
        await PutAsync(stack, "two.txt", "The same words.");
        await stack.Get<IObjectStore>().DeleteAsync(stack.Workspace.Bucket, "old.txt", Token);
        await SyncAsync(stack);

        Guid[] ids = [(await ReadyAsync(stack, "one.txt")).Id, (await ReadyAsync(stack, "two.txt")).Id];
        ids.ShouldContain(old.Id);
        ids.Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task An_upload_keeps_the_id_it_returned()
    {
        await using var stack = await Stack.PrepareAsync();
        await stack.StartWorkerAsync();
        var old = await stack.Documents.ReadAsync("old.txt", "The same words.");
        await stack.Get<DocumentRecords>().DeleteAsync(stack.Workspace.Id, old.Document.Id, Token);

        var again = await stack.Documents.ReadAsync("new.txt", "The same words.");

        again.Document.Id.ShouldNotBe(old.Document.Id);
    }

    [Fact]
    public async Task Documents_held_by_a_broken_sync_are_read_after_the_next()
    {
        await using var stack = await Stack.PrepareAsync();
        await stack.StartWorkerAsync();
        var stored = await PutAsync(stack, "held.txt", "Some words.");
        await stack.Get<SyncRecords>().MergeAsync(stack.Workspace.Id, [stored], Token);

        (await SyncAsync(stack)).ShouldBe(new(1, 0, 0, 0, 0));

        (await ReadyAsync(stack, "held.txt")).Intake.ShouldBe(DocumentIntake.Synced);
    }

    [Fact]
    public async Task A_sync_goes_through_all_pages_of_an_s3_listing()
    {
        const int Objects = 1_100; // A page has a thousand.
        await using var stack = await Stack.PrepareAsync(store: (await S3Server.SharedOrSkipAsync()).ConnectionString);
        await Parallel.ForAsync(0, Objects, Token, async (i, _) => await PutAsync(stack, $"folder {i % 7}/{i:0000}.txt", $"{i}"));

        (await SyncAsync(stack)).ShouldBe(new(Objects, Objects, 0, 0, 0));
        (await SyncAsync(stack)).ShouldBe(new(Objects, 0, 0, 0, 0));
    }

    [Fact]
    public async Task A_scheduled_sync_runs_by_itself()
    {
        await using var stack = await Stack.PrepareAsync();
        var id = stack.Workspace.Id;
        CronSchedule.TryParse("* * * * *", TimeProvider.System.GetUtcNow(), out var everyMinute).ShouldBeTrue();
        await stack.Get<WorkspaceRecords>().UpdateAsync(id, "Default", new SyncSettings { Cron = "* * * * *" }, new(), new(), everyMinute, Token);
        await PutAsync(stack, "timed.txt", "Some words.");

        await stack.StartWorkerAsync();

        (await ReadyAsync(stack, "timed.txt")).Intake.ShouldBe(DocumentIntake.Synced);
    }

    [Fact]
    public async Task A_sync_that_finds_the_store_away_comes_again()
    {
        await using var stack = await Stack.PrepareAsync();
        var late = (await stack.Get<WorkspaceRecords>().CreateAsync("late", "Late", $"late-{Guid.CreateVersion7():n}", Token))!;
        await stack.Get<WorkQueue>().ReturnAsync(WorkKinds.SyncWorkspace, $"{late.Id}", TimeSpan.Zero, Token);
        var worker = await stack.StartWorkerAsync();
        await Eventually.SeeAsync(_ => Task.FromResult(worker.Said), said => said.Contains("Putting back sync-workspace", StringComparison.Ordinal), "put back");

        await stack.Get<IObjectStore>().EnsureBucketAsync(late.Bucket, Token);
        using var content = new MemoryStream("Some words."u8.ToArray());
        await stack.Get<IObjectStore>().PutAsync(late.Bucket, "late.txt", content, "text/plain", Token);

        (await ReadyAsync(stack, "late.txt")).WorkspaceId.ShouldBe(late.Id);
    }

    [Fact]
    public async Task A_scheduled_sync_leaves_it_to_one_that_runs_already()
    {
        await using var stack = await Stack.PrepareAsync();
        SyncCounts? second = new(0, 0, 0, 0, 0);

        await stack.Get<SyncRecords>().RunExclusiveAsync(
            stack.Workspace.Id,
            async () =>
            {
                second = await stack.Get<StoreSync>().TryRunAsync(stack.Workspace, Token);
                return new(0, 0, 0, 0, 0);
            },
            Token);

        second.ShouldBeNull();
        (await stack.Get<StoreSync>().TryRunAsync(stack.Workspace, Token)).ShouldNotBeNull();
    }

    private static async Task<StoredObject> PutAsync(Stack stack, string key, string text)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await stack.Get<IObjectStore>().PutAsync(stack.Workspace.Bucket, key, content, "text/plain", Token);
    }

    private static Task<SyncCounts> SyncAsync(Stack stack) => stack.Get<StoreSync>().RunAsync(stack.Workspace, Token);

    private static async Task<Document> ReadyAsync(Stack stack, string key) => (await Eventually.SeeAsync(
        token => stack.LookAsync(db => db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Key == key, token)),
        document => document?.Status is DocumentStatus.Ready,
        $"ready: {key}"))!;
}
