using SynthDataGen.Core.Data.Work;
using SynthDataGen.Worker.Work;

namespace SynthDataGen.Worker.Documents;

/// <summary>Reads some documents, as many at once as there are slots for; each fails alone.</summary>
internal sealed class ExtractDocumentsJob(DocumentReading reading, ReadingSlots slots, JobContext job) : PieceJob(WorkKinds.ExtractDocuments, job)
{
    protected override Task DoAsync(string piece, CancellationToken cancellationToken) =>
        Task.WhenAll(piece.Split(',').Select(Guid.Parse).Select(id => slots.UseAsync(() => reading.ReadAsync(id, cancellationToken), cancellationToken)));
}
