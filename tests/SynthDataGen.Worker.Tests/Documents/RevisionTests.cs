using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Documents;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Storage;
using SynthDataGen.Testing;

namespace SynthDataGen.Worker.Tests.Documents;

public sealed class RevisionTests(Stack stack)
{
    private const string Kept = "The lighthouse keeper climbs two hundred steps every evening.";
    private const string Gone = "The fog horn sounds three times a minute in thick weather.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Identical_bytes_make_no_second_revision()
    {
        var first = await stack.Documents.ReadAsync("same.txt", Kept);
        var second = await stack.Documents.ReadAsync("same.txt", Kept);
        (second.Document.Status, second.Revision!.Id).ShouldBe((DocumentStatus.Ready, first.Revision!.Id));
        (await CountAsync(first)).ShouldBe(1);
    }

    [Fact]
    public async Task Returning_bytes_restore_their_old_revision()
    {
        var first = await stack.Documents.ReadAsync("back.txt", Kept);
        await stack.Documents.ReadAsync("back.txt", Gone);
        var third = await stack.Documents.ReadAsync("back.txt", Kept);
        third.Revision!.Id.ShouldBe(first.Revision!.Id);
        (await CountAsync(first)).ShouldBe(2);
    }

    [Fact]
    public async Task Only_pairs_whose_quote_has_vanished_become_stale()
    {
        await using var model = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.Grounded);
        var first = await stack.Documents.ReadAsync("changing.txt", $"{Kept}\n\n{Gone}");
        var run = (await stack.Runs.FinishAsync(model, first.Document.Id)).Run;
        var second = await stack.Documents.ReadAsync("changing.txt", $"{Kept}\n\nNobody has heard the horn since.");
        second.Revision!.Id.ShouldNotBe(first.Revision!.Id);
        var stale = (await stack.Runs.PairsAsync(run)).ToDictionary(p => p.Evidence[0].Quote, p => p.Flags.Contains(PairFlags.Stale));
        stale.ShouldBe(new Dictionary<string, bool> { [Kept] = false, [Gone] = true }, ignoreOrder: true);
    }

    [Fact]
    public async Task A_file_that_the_store_lost_fails_as_missing_until_it_is_back()
    {
        var row = await stack.Documents.ReadAsync("lost.txt", Kept);
        await stack.Get<IObjectStore>().DeleteAsync(stack.Workspace.Bucket, "lost.txt", Token);
        await stack.Get<DocumentRecords>().RetryAsync(stack.Workspace.Id, row.Document.Id, Token);
        var failed = await Eventually.SeeAsync(
            async token => (await stack.Get<DocumentRecords>().FindAsync(stack.Workspace.Id, row.Document.Id, token))!.Document,
            document => document.Status is DocumentStatus.Failed,
            "failed");
        failed.FailureCode.ShouldBe(DocumentFailure.Missing);
    }

    [Fact]
    public async Task Bytes_replaced_during_reading_do_not_become_current()
    {
        await using var own = await Stack.PrepareAsync();
        var (documents, extraction) = (own.Get<DocumentRecords>(), own.Get<ExtractionRecords>());
        var document = await documents.AddAsync(own.Workspace.Id, new("raced.txt", 1, "old-mark", default), Token);
        var reading = (await extraction.BeginAsync(document.Id, Token))!;
        await documents.AddAsync(own.Workspace.Id, new("raced.txt", 1, "new-mark", default), Token);
        await extraction.SaveAsync(reading, new(new("old-bytes", ""), new([], 1, []), new(Kept, [], [], []), []), Token);
        var row = await documents.FindAsync(own.Workspace.Id, document.Id, Token);
        (row!.Document.Status, row.Document.RevisionId).ShouldBe((DocumentStatus.Discovered, null));
    }

    [Fact]
    public async Task A_document_that_was_deleted_while_it_was_read_stays_deleted()
    {
        await using var own = await Stack.PrepareAsync();
        var (documents, extraction) = (own.Get<DocumentRecords>(), own.Get<ExtractionRecords>());
        var document = await documents.AddAsync(own.Workspace.Id, new("deleted.txt", 1, "mark", default), Token);
        var reading = (await extraction.BeginAsync(document.Id, Token))!;
        await documents.DeleteAsync(own.Workspace.Id, document.Id, Token);
        await extraction.SaveAsync(reading, new(new("bytes", ""), new([], 1, []), new(Kept, [], [], []), []), Token);
        (await documents.FindAsync(own.Workspace.Id, document.Id, Token))!.Document.Status.ShouldBe(DocumentStatus.Deleted);
    }

    private Task<int> CountAsync(DocumentRow row) => stack.LookAsync(db => db.Revisions.CountAsync(r => r.DocumentId == row.Document.Id, Token));
}
