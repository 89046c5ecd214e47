using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Data.Documents;

/// <summary>Recognises renamed objects: known bytes under a new key are the old document, with its revisions and pairs.</summary>
public sealed class RenameRecords(IDbContextFactory<SynthDataGenDb> factory, TimeProvider time)
{
    /// <summary>
    /// Gives the key of what a sync found to the deleted document that has the same bytes, and drops what was found.
    /// False where it is no rename, and the object is to be read.
    /// </summary>
    public Task<bool> RecognizeAsync(DocumentToRead reading, string sha256, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                await db.LockKeysAsync(reading.WorkspaceId, cancellationToken);
                var found = await db.LockDocumentAsync(reading.Id, cancellationToken);
                if (found is null)
                {
                    return true; // Another job recognized it meanwhile.
                }

                if (!MayBeRenamed(found, reading) || await FindDeletedAsync(db, found, sha256, cancellationToken) is not { } document)
                {
                    return false;
                }

                db.Remove(found);
                await db.SaveChangesAsync(cancellationToken); // First, for its key is still taken.
                document.Rename(found, time.GetUtcNow());
                await db.SaveChangesAsync(cancellationToken);
                await db.TellAsync(reading.WorkspaceId, ChangeNote.Document, null, cancellationToken);
                return true;
            },
            cancellationToken);

    /// <summary>What was uploaded keeps the id that the upload was answered with; what was read once has a history of its own.</summary>
    private static bool MayBeRenamed(Document found, DocumentToRead reading) =>
        found is { Intake: DocumentIntake.Synced, RevisionId: null, Status: DocumentStatus.Discovered or DocumentStatus.Extracting } && found.ETag == reading.ETag;

    /// <summary>The document deleted last whose current revision has these bytes, read as the same kind of file.</summary>
    private static Task<Document?> FindDeletedAsync(SynthDataGenDb db, Document found, string sha256, CancellationToken cancellationToken) => (
        from d in db.Documents
        join r in db.Revisions on d.RevisionId equals r.Id
        where d.WorkspaceId == found.WorkspaceId && d.Status == DocumentStatus.Deleted && d.MediaType == found.MediaType && r.Sha256 == sha256
        orderby d.UpdatedAt descending, d.Id
        select d).FirstOrDefaultAsync(cancellationToken);
}
