namespace SynthDataGen.Core.Data.Work;

/// <summary>The kinds of work, with the names of the Worker's jobs that do them.</summary>
public static class WorkKinds
{
    /// <summary>Read documents: the piece is a list of document ids.</summary>
    public const string ExtractDocuments = "extract-documents";

    /// <summary>Plan a run: the piece is the run's id.</summary>
    public const string PlanRun = "plan-run";

    /// <summary>Plan a further round of a run: the piece is a <c>TopUpRound</c>.</summary>
    public const string TopUpRun = "top-up-run";

    /// <summary>Ask for the pairs of some contexts: the piece is a <c>ContextBatch</c>.</summary>
    public const string GeneratePairs = "generate-pairs";

    /// <summary>Resume the runs that a failing generator paused: the piece is the generator's id.</summary>
    public const string ResumeRuns = "resume-runs";

    /// <summary>Sync a workspace's bucket: the piece is the workspace's id.</summary>
    public const string SyncWorkspace = "sync-workspace";

    /// <summary>Have documents read again: the piece is a <c>Reread</c>.</summary>
    public const string RereadDocuments = "reread-documents";

    /// <summary>Continue a bulk decision, or its undoing: the piece is its id.</summary>
    public const string DecideInBulk = "decide-in-bulk";

    /// <summary>Build an export, or clean up after one: the piece is an <c>ExportPiece</c>.</summary>
    public const string BuildExport = "build-export";

    /// <summary>Delete the rows of a deleted workspace: the piece is the workspace's id.</summary>
    public const string DeleteWorkspace = "delete-workspace";

    /// <summary>Where a trigger's data holds its piece of work.</summary>
    public const string Piece = "piece";

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [ExtractDocuments] = "SynthDataGen.Worker.Documents.ExtractDocumentsJob, SynthDataGen.Worker",
        [PlanRun] = "SynthDataGen.Worker.Generation.PlanRunJob, SynthDataGen.Worker",
        [TopUpRun] = "SynthDataGen.Worker.Generation.TopUpRunJob, SynthDataGen.Worker",
        [GeneratePairs] = "SynthDataGen.Worker.Generation.GeneratePairsJob, SynthDataGen.Worker",
        [ResumeRuns] = "SynthDataGen.Worker.Generation.ResumeRunsJob, SynthDataGen.Worker",
        [SyncWorkspace] = "SynthDataGen.Worker.Documents.SyncWorkspaceJob, SynthDataGen.Worker",
        [RereadDocuments] = "SynthDataGen.Worker.Documents.RereadDocumentsJob, SynthDataGen.Worker",
        [DecideInBulk] = "SynthDataGen.Worker.Review.DecideInBulkJob, SynthDataGen.Worker",
        [BuildExport] = "SynthDataGen.Worker.Export.BuildExportJob, SynthDataGen.Worker",
        [DeleteWorkspace] = "SynthDataGen.Worker.Workspaces.DeleteWorkspaceJob, SynthDataGen.Worker",
    };
}
