using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Documents;
using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Workspaces;
using SynthDataGen.Testing;

namespace SynthDataGen.Worker.Tests.Documents;

public sealed class ReadingSettingsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reread_under_other_settings_makes_a_revision_and_leaves_the_pairs_of_the_old_one()
    {
        await using var stack = await Stack.PrepareAsync();
        await stack.StartWorkerAsync();
        var first = await stack.Documents.ReadFileAsync(Path.Combine(Repository.Root, "samples", "operations-guide.md"));
        var run = (await stack.Runs.FinishAsync(null, first.Document.Id)).Run;

        await SetAsync(stack, new() { MaxTokens = 60 });
        var second = await RereadAsync(stack, first, null);
        second.Revision!.Chunks.ShouldBeGreaterThan(first.Revision!.Chunks);
        (await stack.Documents.ChunksAsync(second)).ShouldAllBe(chunk => chunk.Tokens <= 60);
        var pairs = await stack.Runs.PairsAsync(run);
        pairs.ShouldNotBeEmpty();
        pairs.ShouldAllBe(pair => pair.RevisionId == first.Revision.Id && !pair.Flags.Contains(PairFlags.Stale));
    }

    [Fact]
    public async Task Returning_settings_restore_their_old_revision()
    {
        await using var stack = await Stack.PrepareAsync();
        await stack.StartWorkerAsync();
        var first = await stack.Documents.ReadFileAsync(Path.Combine(Repository.Root, "samples", "operations-guide.md"));
        await SetAsync(stack, new() { MaxTokens = 60 });
        (await RereadAsync(stack, first, null)).Revision!.Id.ShouldNotBe(first.Revision!.Id);

        // A language for scans changes nothing for a document that needs no OCR.
        await SetAsync(stack, new() { Ocr = "eng" });
        (await RereadAsync(stack, first, null)).Revision!.Id.ShouldBe(first.Revision.Id);
        (await stack.LookAsync(db => db.Revisions.CountAsync(Token))).ShouldBe(2);
    }

    [Fact]
    public async Task Only_documents_failed_with_the_code_are_reread()
    {
        Assert.SkipUnless(ScannedPdf.CanBeRead("eng"), "tesseract with eng is not installed");
        await using var stack = await Stack.PrepareAsync();
        await stack.StartWorkerAsync();
        var empty = await stack.Documents.ReadAsync("empty.txt", "");
        var scan = await stack.Documents.ReadAsync("scan.pdf", ScannedPdf.Of(Path.Combine(Repository.Root, "samples", "employee-handbook.pdf"), 1));
        (scan.Document.Status, scan.Document.FailureCode).ShouldBe((DocumentStatus.Failed, DocumentFailure.NoText));

        await SetAsync(stack, new() { Ocr = "eng" });
        var read = await RereadAsync(stack, scan, DocumentFailure.NoText);
        (read.Document.Status, read.Revision!.OcrPages).ShouldBe((DocumentStatus.Ready, 1));
        (await stack.Documents.TextAsync(read)).Text.ShouldContain("everyone who works at Larkfield Instruments");
        (await FindAsync(stack, empty, Token)).Document.UpdatedAt.ShouldBe(empty.Document.UpdatedAt);
    }

    private static Task<Workspace> SetAsync(Stack stack, ReadingSettings reading) =>
        stack.Get<WorkspaceRecords>().UpdateAsync(stack.Workspace.Id, "Default", new(), reading, new(), null, Token);

    private static async Task<DocumentRow> RereadAsync(Stack stack, DocumentRow row, string? failure)
    {
        var before = (await FindAsync(stack, row, Token)).Document.UpdatedAt;
        (await stack.Get<RereadRecords>().BeginAsync(stack.Workspace.Id, failure, Token)).ShouldBe(1);
        return await Eventually.SeeAsync(
            token => FindAsync(stack, row, token),
            now => now.Document.UpdatedAt > before && now.Document.Status is DocumentStatus.Ready or DocumentStatus.Failed,
            "read again");
    }

    private static async Task<DocumentRow> FindAsync(Stack stack, DocumentRow row, CancellationToken cancellationToken) =>
        (await stack.Get<DocumentRecords>().FindAsync(stack.Workspace.Id, row.Document.Id, cancellationToken))!;
}
