using SynthDataGen.Core.Data.Export;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Worker.Work;

namespace SynthDataGen.Worker.Export;

/// <summary>Builds an export, or clears up behind one that was cancelled, failed or deleted.</summary>
internal sealed class BuildExportJob(ExportBuilding building, JobSurroundings surroundings) : PieceJob(WorkKinds.BuildExport, surroundings)
{
    protected override Task DoAsync(string piece, CancellationToken cancellationToken) => building.DoAsync(ExportPiece.Parse(piece), cancellationToken);
}
