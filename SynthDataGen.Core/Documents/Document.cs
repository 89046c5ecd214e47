namespace SynthDataGen.Core.Documents;

/// <summary>A document's state.</summary>
public enum DocumentStatus
{
    Discovered,
    Extracting,
    Ready,
    Failed,
    Deleted,
}

/// <summary>How a document arrived.</summary>
public enum DocumentIntake
{
    /// <summary>Somebody uploaded it.</summary>
    Uploaded,

    /// <summary>A sync that is still running found it. It is not read until the sync ends, because it may be a renamed document.</summary>
    Held,

    /// <summary>A sync found it.</summary>
    Synced,
}

/// <summary>One object in a workspace's store, known by its key.</summary>
public sealed class Document
{
    /// <summary>Longest key: what S3 allows, in UTF-8 bytes.</summary>
    public const int MaxKeyBytes = 1024;

    private Document() { }

    public Guid Id { get; private set; }
    public Guid WorkspaceId { get; private set; }
    public string Key { get; private set; } = "";
    public string MediaType { get; private set; } = "";
    public long SizeBytes { get; private set; }

    /// <summary>The store's mark of the object's content; when it differs, the content may have changed.</summary>
    public string? ETag { get; private set; }

    public DocumentIntake Intake { get; private set; }
    public DocumentStatus Status { get; private set; }
    public string? FailureCode { get; private set; }
    public string? FailureMessage { get; private set; }

    /// <summary>The revision that is current; null until the first extraction succeeded.</summary>
    public Guid? RevisionId { get; private set; }

    /// <summary>When the store was last seen to hold it.</summary>
    public DateTimeOffset SeenAt { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }

    public static Document Discover(Guid workspaceId, string key, string mediaType, long sizeBytes, string? etag, DocumentIntake intake, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            WorkspaceId = workspaceId,
            Key = key,
            MediaType = mediaType,
            SizeBytes = sizeBytes,
            ETag = etag,
            Intake = intake,
            Status = DocumentStatus.Discovered,
            SeenAt = now,
            CreatedAt = now,
            UpdatedAt = now,
        };

    /// <summary>The store holds other bytes under this key, or the same should be tried again.</summary>
    public void Rediscover(string mediaType, long sizeBytes, string? etag, DocumentIntake intake, DateTimeOffset now)
    {
        (MediaType, SizeBytes, ETag, Intake, SeenAt) = (mediaType, sizeBytes, etag, intake, now);
        Move(DocumentStatus.Discovered, null, now);
    }

    /// <summary>The sync that found it has ended, so it can be read.</summary>
    public void Release() => Intake = DocumentIntake.Synced;

    /// <summary>Its object was renamed, and the new key was first taken for a document of its own.</summary>
    public void Rename(Document found, DateTimeOffset now)
    {
        (Key, SizeBytes, ETag, Intake, SeenAt) = (found.Key, found.SizeBytes, found.ETag, found.Intake, found.SeenAt);
        Move(DocumentStatus.Ready, null, now);
    }

    public void Retry(DateTimeOffset now) => Move(DocumentStatus.Discovered, null, now);

    public void BeginExtracting(DateTimeOffset now) => Move(DocumentStatus.Extracting, null, now);

    public void BecomeReady(Guid revisionId, DateTimeOffset now)
    {
        RevisionId = revisionId;
        Move(DocumentStatus.Ready, null, now);
    }

    public void Fail(DocumentFailure failure, DateTimeOffset now) => Move(DocumentStatus.Failed, failure, now);

    public void Delete(DateTimeOffset now) => Move(DocumentStatus.Deleted, null, now);

    private void Move(DocumentStatus to, DocumentFailure? failure, DateTimeOffset now)
    {
        Status = to;
        FailureCode = failure?.Code;
        FailureMessage = failure?.Message;
        UpdatedAt = now;
    }
}
