using SynthDataGen.Core.Data.Export;
using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Storage;

namespace SynthDataGen.Worker.Tests.Export;

/// <summary>Exports whose build is interrupted.</summary>
public sealed class InterruptedExportTests
{
    /// <summary>Enough pairs that a build takes a while.</summary>
    private const int Many = 60_000;

    private static readonly ExportSettings Large = ExportDesk.Json with { KeepDuplicates = true };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Another_worker_builds_the_export_of_a_killed_one()
    {
        await using var stack = await PrepareAsync();
        var first = await stack.StartWorkerAsync();
        var started = await BuildingAsync(stack);
        await first.KillAsync(Token);
        await stack.StartWorkerAsync();

        var export = await stack.Exports.EndAsync(started.Id);

        (export.State, export.Build, export.Counts?.Total).ShouldBe((ExportState.Ready, 2, Many + 2));
        await ShouldHoldOnlyItsFilesAsync(stack, export);
    }

    [Fact]
    public async Task A_cancelled_export_leaves_nothing_and_can_be_built_again()
    {
        await using var stack = await PrepareAsync();
        await stack.StartWorkerAsync();
        var started = await BuildingAsync(stack);
        (await stack.Get<ExportRecords>().CancelAsync(stack.Workspace.Id, started.Id, Token))!.State.ShouldBe(ExportState.Cancelled);
        await ShouldLeaveNothingAsync(stack, started.Id);

        await stack.Get<ExportRecords>().RetryAsync(stack.Workspace, started.Id, Token);

        var export = await stack.Exports.EndAsync(started.Id);
        (export.State, export.Counts?.Total).ShouldBe((ExportState.Ready, Many + 2));
        await ShouldHoldOnlyItsFilesAsync(stack, export);
    }

    [Fact]
    public async Task A_deleted_export_leaves_no_objects_even_during_its_build()
    {
        await using var stack = await PrepareAsync();
        await stack.StartWorkerAsync();
        var ready = await stack.Exports.FinishAsync(ExportDesk.Json);
        (await stack.Exports.KeysAsync(ready.Id)).Count.ShouldBe(ready.Files.Count);
        (await stack.Get<ExportRecords>().DeleteAsync(stack.Workspace, ready.Id, Token)).ShouldBeTrue();
        await ShouldLeaveNothingAsync(stack, ready.Id);

        var building = await BuildingAsync(stack);
        (await stack.Get<ExportRecords>().DeleteAsync(stack.Workspace, building.Id, Token)).ShouldBeTrue();
        await ShouldLeaveNothingAsync(stack, building.Id);
        (await stack.Exports.FinishAsync(ExportDesk.Json)).Number.ShouldBe(building.Number + 1);
    }

    [Fact]
    public async Task A_deleted_workspace_leaves_no_exports_or_benchmarks()
    {
        await using var stack = await Stack.PrepareAsync();
        await stack.StartWorkerAsync();
        await stack.Exports.ApprovedAsync(1);
        await stack.Exports.FinishAsync(ExportDesk.Json);
        await stack.Get<BenchmarkRecords>().AddAsync(stack.Workspace, "held out.txt", "Some words that nobody repeats."u8.ToArray(), Token);

        await stack.Get<WorkspaceRemoval>().BeginAsync(stack.Workspace.Id, Token);

        await Eventually.SeeAsync(_ => stack.LookAsync(db => Task.FromResult(db.Workspaces.Count())), left => left == 0, "gone");
        var left = await stack.Get<IObjectStore>().ListAsync(stack.Workspace.Bucket, null, Token).Select(stored => stored.Key).ToListAsync(Token);
        left.ShouldNotBeEmpty();
        left.ShouldAllBe(key => !StoreKeys.Hold(key));
    }

    [Fact]
    public async Task A_store_outage_delays_an_export_without_leaving_half_of_it()
    {
        await using var s3 = await ToggledS3.StartOrSkipAsync();
        await using var stack = await Stack.PrepareAsync(store: s3.ConnectionString);
        await stack.StartWorkerAsync();
        await stack.Exports.ApprovedAsync(1);
        s3.FailFrom(request => request.Contains("/index.csv", StringComparison.Ordinal));
        var started = await stack.Exports.StartAsync(ExportDesk.Json);
        await Eventually.SeeAsync(_ => Task.FromResult(s3.Refused), refused => refused > 0, "refused by the store");
        (await stack.Exports.SeeAsync(started.Id, export => export.IsOpen, "waiting")).Files.ShouldBeEmpty();

        s3.FailNothing();

        var export = await stack.Exports.EndAsync(started.Id);
        (export.State, export.Failure).ShouldBe((ExportState.Ready, null));
        await ShouldHoldOnlyItsFilesAsync(stack, export);
    }

    private static async Task<Stack> PrepareAsync()
    {
        var stack = await Stack.PrepareAsync();
        var worker = await stack.StartWorkerAsync();
        await stack.Exports.ApprovedAsync(1);
        await stack.Exports.CopyAsync(Many);
        await worker.StopAsync(Token);
        return stack;
    }

    /// <summary>An export that is being written.</summary>
    private static async Task<DatasetExport> BuildingAsync(Stack stack)
    {
        var started = await stack.Exports.StartAsync(Large);
        return await stack.Exports.SeeAsync(started.Id, export => export is { State: ExportState.Building, Counts: not null }, "under way");
    }

    private static async Task ShouldLeaveNothingAsync(Stack stack, Guid id)
    {
        await ExportDesk.SeeNoTemporaryFilesAsync(id);
        await Eventually.SeeAsync(_ => stack.Exports.KeysAsync(id), keys => keys.Count == 0, "without objects");
    }

    private static async Task ShouldHoldOnlyItsFilesAsync(Stack stack, DatasetExport export)
    {
        (await stack.Exports.KeysAsync(export.Id)).ShouldBe(export.Files.Select(file => StoreKeys.OfFile(export.Id, export.Build, file.Name)), ignoreOrder: true);
        await ExportDesk.SeeNoTemporaryFilesAsync(export.Id);
    }
}
