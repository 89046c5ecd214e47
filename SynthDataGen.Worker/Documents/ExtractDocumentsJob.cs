using SynthDataGen.Core.Data.Work;
using SynthDataGen.Worker.Work;

namespace SynthDataGen.Worker.Documents;

/// <summary>Reads some documents, one after the other; each fails alone.</summary>
internal sealed class ExtractDocumentsJob(DocumentReading reading, JobSurroundings surroundings) : PieceJob(WorkKinds.ExtractDocuments, surroundings)
{
    protected override async Task DoAsync(string piece, CancellationToken cancellationToken)
    {
        foreach (var id in piece.Split(',').Select(Guid.Parse))
        {
            await reading.ReadAsync(id, cancellationToken);
        }
    }
}
