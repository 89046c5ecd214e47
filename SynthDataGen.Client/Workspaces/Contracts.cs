namespace SynthDataGen.Client.Workspaces;

/// <summary>What one team owns.</summary>
public sealed record Workspace
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its short name, as in addresses: lower-case letters, digits and dashes.</summary>
    public required string Name { get; init; }

    /// <summary>Its name for people.</summary>
    public required string Title { get; init; }

    /// <summary>The bucket that its documents are synced from and uploaded to.</summary>
    public required string Bucket { get; init; }

    /// <summary>What kind of store holds the bucket and where, without secrets.</summary>
    public required string Store { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What the keys of its documents begin with, ending in a slash; empty: it has the whole bucket.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Patterns of which a key has to fit one; none: every key does.</summary>
    public IReadOnlyList<string>? Include { get; init; }

    /// <summary>Patterns of which a key may fit none.</summary>
    public IReadOnlyList<string>? Exclude { get; init; }

    /// <summary>When it is synced by itself, as five fields of cron in UTC; null: never.</summary>
    public string? SyncCron { get; init; }

    /// <summary>How its documents are read and cut.</summary>
    public ReadingSettings? Reading { get; init; }

    /// <summary>How its pairs are reviewed.</summary>
    public ReviewSettings? Review { get; init; }
}

/// <summary>How a workspace's pairs are reviewed. What is null is as the product has it.</summary>
/// <param name="Reasons">Why pairs are rejected, one per digit: 1–9 of them, each 1–60 characters.</param>
/// <param name="LeaseMinutes">How long a pair that one person looks at is kept from others, 1–120; 10 unless said otherwise.</param>
/// <param name="SecondShare">The share of pairs that needs two independent decisions, 0–100 %.</param>
public sealed record ReviewSettings(IReadOnlyList<string>? Reasons = null, int? LeaseMinutes = null, int? SecondShare = null);

/// <summary>How a workspace's documents are read and cut, from the next reading on. What is null is as the server is configured.</summary>
/// <param name="Ocr">
/// The languages in which scanned pages of PDF files are read by OCR: Tesseract's codes, at most five with a plus between them, the
/// likeliest first, as in <c>deu+eng</c>; null: OCR is off.
/// </param>
/// <param name="MaxTokens">Most tokens in a chunk, 16–100,000.</param>
/// <param name="OverlapTokens">Most tokens that a chunk repeats of the one before; less than half of the limit.</param>
/// <param name="HeadingLevels">No chunk goes across a heading of this level or a higher one, 1–6; 0: chunks go across all headings.</param>
public sealed record ReadingSettings(string? Ocr = null, int? MaxTokens = null, int? OverlapTokens = null, int? HeadingLevels = null);

/// <summary>What can be changed of a workspace; what is left out is set to nothing, and the title to the name.</summary>
public sealed record WorkspaceSettings
{
    /// <summary>Its name for people.</summary>
    public string? Title { get; init; }

    /// <summary>What the keys of its documents begin with: a folder of the bucket.</summary>
    public string? Prefix { get; init; }

    /// <summary>Patterns of which a key has to fit one, as in <c>*.pdf</c> or <c>manuals/**</c>.</summary>
    public IReadOnlyList<string>? Include { get; init; }

    /// <summary>Patterns of which a key may fit none, as in <c>drafts/</c>.</summary>
    public IReadOnlyList<string>? Exclude { get; init; }

    /// <summary>When it is synced by itself, as five fields of cron in UTC.</summary>
    public string? SyncCron { get; init; }

    /// <summary>How its documents are read and cut from then on.</summary>
    public ReadingSettings? Reading { get; init; }

    /// <summary>How its pairs are reviewed from then on.</summary>
    public ReviewSettings? Review { get; init; }
}

/// <summary>A workspace to make.</summary>
public sealed record NewWorkspace(string Name, string? Title = null, string? Bucket = null);

/// <summary>A secret to sign in with: the one in a sign-in address or link, or the API key of the first start.</summary>
public sealed record SignIn(string Token);

/// <summary>Who is signed in, and the token that says so to the Api.</summary>
public sealed record Session
{
    /// <summary>Send it as <c>Authorization: Bearer</c>.</summary>
    public required string Token { get; init; }

    /// <summary>The person's name.</summary>
    public required string Name { get; init; }

    /// <summary>Short name of the workspace to start in.</summary>
    public required string Workspace { get; init; }

    /// <summary>When the token stops working.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>What the person is in that workspace, one of <see cref="Roles"/>.</summary>
    public string Role { get; init; } = Roles.Reviewer;
}

/// <summary>The counts that the home page and the rail show.</summary>
public sealed record Stats
{
    /// <summary>Documents.</summary>
    public required DocumentStats Documents { get; init; }

    /// <summary>Chunks.</summary>
    public required long Chunks { get; init; }

    /// <summary>Runs.</summary>
    public required RunStats Runs { get; init; }

    /// <summary>Pairs.</summary>
    public required PairStats Pairs { get; init; }

    /// <summary>Coverage.</summary>
    public required CoverageStats Coverage { get; init; }
}

/// <summary>Documents by status.</summary>
public sealed record DocumentStats(int Total, int Ready, int Working, int Failed);

/// <summary>Runs by state.</summary>
public sealed record RunStats(int Total, int Active);

/// <summary>Pairs by status.</summary>
public sealed record PairStats
{
    /// <summary>Total.</summary>
    public required long Total { get; init; }

    /// <summary>Pending.</summary>
    public required long Pending { get; init; }

    /// <summary>Approved.</summary>
    public required long Approved { get; init; }

    /// <summary>Rejected.</summary>
    public required long Rejected { get; init; }

    /// <summary>Flagged.</summary>
    public required long Flagged { get; init; }
}

/// <summary>Non-space characters of all current revisions: extracted, in chunks, and in contexts that reached a generator.</summary>
public sealed record CoverageStats(long Extracted, long Chunked, long InContexts);
