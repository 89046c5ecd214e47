namespace SynthDataGen.Core.Export;

/// <summary>Where an export stands.</summary>
public enum ExportState
{
    Queued,
    Building,
    Ready,
    Failed,
    Cancelled,
}

/// <summary>An immutable, checksummed snapshot of chosen pairs in one format with one split. Building changes it through the doors below, until it is ready.</summary>
public sealed class DatasetExport
{
    public Guid Id { get; init; }
    public Guid WorkspaceId { get; init; }

    /// <summary>Its number in the workspace, from 1; none is given twice.</summary>
    public int Number { get; init; }
    public required ExportSettings Settings { get; init; }
    public ExportState State { get; private set; }

    /// <summary>How often its building was begun; what an earlier one put into the store does not count.</summary>
    public int Build { get; private set; }

    /// <summary>Why it failed, in a sentence.</summary>
    public string? Failure { get; private set; }

    /// <summary>Pairs that were written so far.</summary>
    public long Written { get; private set; }

    /// <summary>How many pairs it holds, or is to hold; null: not yet known.</summary>
    public ExportCounts? Counts { get; private set; }

    /// <summary>Pairs that fit the filter and are not in it.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; private set; } = [];

    /// <summary>What it is made of; empty until it is ready.</summary>
    public IReadOnlyList<ExportFile> Files { get; private set; } = [];
    public required string CreatedBy { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was ready, failed or was cancelled.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Whether it is being built, or is to be.</summary>
    public bool IsOpen => State is ExportState.Queued or ExportState.Building;

    /// <summary>Waits for a worker, anew where it was begun before.</summary>
    public void Queue()
    {
        (State, Failure, Written, Counts, FinishedAt) = (ExportState.Queued, null, 0, null, null);
        LeftOut = [];
    }

    /// <summary>A worker builds it from now on; what another one does of it counts no more.</summary>
    public void Begin()
    {
        Queue();
        State = ExportState.Building;
        Build++;
    }

    /// <summary>It is known what it is to hold.</summary>
    public void Plan(ExportTally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        (Counts, LeftOut) = (tally.Counts, tally.LeftOut);
    }

    /// <summary>All its files are in the store.</summary>
    public void Finish(ExportTally tally, IReadOnlyList<ExportFile> files, DateTimeOffset now)
    {
        Plan(tally);
        (State, Files, Written, FinishedAt) = (ExportState.Ready, files, tally.Counts.Total, now);
    }

    /// <summary>It cannot be built.</summary>
    public void Fail(string sentence, DateTimeOffset now) => (State, Failure, FinishedAt) = (ExportState.Failed, sentence, now);

    /// <summary>Nobody wants it any more.</summary>
    public void Cancel(DateTimeOffset now) => (State, FinishedAt) = (ExportState.Cancelled, now);
}
