using SynthDataGen.Client;
using SynthDataGen.Client.Export;
using SynthDataGen.Client.Review;

namespace SynthDataGen.EndToEnd.Export;

/// <summary>Ready-made exports, built through the Api.</summary>
internal static class Exports
{
    /// <summary>Builds an export, and waits until it is ready.</summary>
    public static async Task<DatasetExport> BuildAsync(this WorkspaceClient workspace, ExportSettings settings, CancellationToken cancellationToken)
    {
        var export = await workspace.Export.StartAsync(settings, cancellationToken);
        await Until.TrueAsync(
            async () => (export = await workspace.Export.GetAsync(export.Id, cancellationToken)).State is not ("queued" or "building"), "the export ended", cancellationToken);
        export.State.ShouldBe("ready", export.Failure);
        return export;
    }

    /// <summary>Approves all waiting pairs.</summary>
    public static async Task ApproveAllAsync(this WorkspaceClient workspace, CancellationToken cancellationToken)
    {
        var done = await workspace.Review.DecideAsync(new BulkDecision("approve") { Filter = new() { Status = "pending" } }, cancellationToken);
        await Until.TrueAsync(
            async () => (done = await workspace.Review.GetBulkAsync(done.UndoToken, cancellationToken)).State != "working", "the pairs are approved", cancellationToken);
        done.State.ShouldBe("done");
    }
}
