namespace SynthDataGen.Core.Export;

/// <summary>The state of an export.</summary>
public enum ExportState
{
    Queued,
    Building,
    Ready,
    Failed,
    Cancelled,
}

/// <summary>An immutable, checksummed snapshot of chosen pairs in one format with one split. Until it is ready, only the methods below change it.</summary>
public sealed class DatasetExport
{
    public Guid Id { get; init; }
    public Guid WorkspaceId { get; init; }

    /// <summary>Its number in the workspace, from 1; numbers are never reused.</summary>
    public int Number { get; init; }
    public required ExportSettings Settings { get; init; }
    public ExportState State { get; private set; }

    /// <summary>How often a build was started; files of earlier builds do not count.</summary>
    public int Build { get; private set; }

    /// <summary>Why it failed, in a sentence.</summary>
    public string? Failure { get; private set; }

    /// <summary>Pairs written so far.</summary>
    public long Written { get; private set; }

    /// <summary>How many pairs it holds or will hold; null: not yet known.</summary>
    public ExportCounts? Counts { get; private set; }

    /// <summary>Pairs that fit the filter and are left out.</summary>
    public IReadOnlyList<LeftOutPairs> LeftOut { get; private set; } = [];

    /// <summary>Its files; empty until it is ready.</summary>
    public IReadOnlyList<ExportFile> Files { get; private set; } = [];
    public required string CreatedBy { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it became ready, failed or was cancelled.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Whether it waits for a build or is being built.</summary>
    public bool IsOpen => State is ExportState.Queued or ExportState.Building;

    /// <summary>Queues it for a worker, from the beginning if it was started before.</summary>
    public void Queue()
    {
        (State, Failure, Written, Counts, FinishedAt) = (ExportState.Queued, null, 0, null, null);
        LeftOut = [];
    }

    /// <summary>Starts a build, which replaces any earlier one.</summary>
    public void Begin()
    {
        Queue();
        State = ExportState.Building;
        Build++;
    }

    /// <summary>Records what it will hold.</summary>
    public void Plan(ExportTally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        (Counts, LeftOut) = (tally.Counts, tally.LeftOut);
    }

    /// <summary>Marks it as ready: all its files are in the store.</summary>
    public void Finish(ExportTally tally, IReadOnlyList<ExportFile> files, DateTimeOffset now)
    {
        Plan(tally);
        (State, Files, Written, FinishedAt) = (ExportState.Ready, files, tally.Counts.Total, now);
    }

    /// <summary>Marks it as failed.</summary>
    public void Fail(string sentence, DateTimeOffset now) => (State, Failure, FinishedAt) = (ExportState.Failed, sentence, now);

    /// <summary>Cancels it.</summary>
    public void Cancel(DateTimeOffset now) => (State, FinishedAt) = (ExportState.Cancelled, now);
}

/// <summary>A file of an export.</summary>
/// <param name="Name">Its name, with the folders of the packaging.</param>
/// <param name="SizeBytes">Its length.</param>
/// <param name="Sha256">SHA-256 of its bytes, in lower-case hexadecimal.</param>
/// <param name="Rows">How many rows of data it has; null: it holds none.</param>
public sealed record ExportFile(string Name, long SizeBytes, string Sha256, long? Rows = null);

/// <summary>An export cannot be built. The message tells the person who asked for it why, and what to do.</summary>
public sealed class ExportException(string message) : Exception(message);
