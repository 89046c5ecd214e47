using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Data.Documents;

/// <summary>Recognises renamed objects: known bytes under a new key are the old document, with its revisions and pairs.</summary>
public sealed class RenameRecords(IDbContextFactory<SynthDataGenDb> factory, TimeProvider time)
{
    /// <summary>
    /// Gives the key of a found document to the deleted document with the same bytes, and removes the found one.
    /// False where it is no rename and the object must be read.
    /// </summary>
    public Task<bool> RecognizeAsync(DocumentToRead reading, string sha256, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                await db.LockKeysAsync(reading.WorkspaceId, cancellationToken);
                var found = await db.LockDocumentAsync(reading.Id, cancellationToken);
                if (found is null)
                {
                    return true; // Another job has already recognized it.
                }

                if (!MayBeRenamed(found, reading) || await FindDeletedAsync(db, found, sha256, cancellationToken) is not { } document)
                {
                    return false;
                }

                db.Remove(found);
                await db.SaveChangesAsync(cancellationToken); // First, since its key is still taken.
                document.Rename(found, time.GetUtcNow());
                await db.SaveChangesAsync(cancellationToken);
                await db.NotifyAsync(reading.WorkspaceId, ChangeNote.Document, null, cancellationToken);
                return true;
            },
            cancellationToken);

    /// <summary>An uploaded document keeps the id that its uploader was given; a document already read has its own history.</summary>
    private static bool MayBeRenamed(Document found, DocumentToRead reading) =>
        found is { Intake: DocumentIntake.Synced, RevisionId: null, Status: DocumentStatus.Discovered or DocumentStatus.Extracting } && found.ETag == reading.ETag;

    /// <summary>The most recently deleted document whose current revision has these bytes and the same media type.</summary>
    private static Task<Document?> FindDeletedAsync(SynthDataGenDb db, Document found, string sha256, CancellationToken cancellationToken) => (
        from d in db.Documents
        join r in db.Revisions on d.RevisionId equals r.Id
        where d.WorkspaceId == found.WorkspaceId && d.Status == DocumentStatus.Deleted && d.MediaType == found.MediaType && r.Sha256 == sha256
        orderby d.UpdatedAt descending, d.Id
        select d).FirstOrDefaultAsync(cancellationToken);
}
