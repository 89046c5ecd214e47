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

    /// <summary>The bucket that holds its documents.</summary>
    public required string Bucket { get; init; }

    /// <summary>The kind and address of the store, without secrets.</summary>
    public required string Store { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The prefix of its documents' keys, ending in a slash; empty: the whole bucket.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Patterns; a key must match at least one. None: every key matches.</summary>
    public IReadOnlyList<string>? Include { get; init; }

    /// <summary>Patterns; a key must match none.</summary>
    public IReadOnlyList<string>? Exclude { get; init; }

    /// <summary>When it is synced automatically, as five cron fields in UTC; null: never.</summary>
    public string? SyncCron { get; init; }

    /// <summary>How its documents are read and cut.</summary>
    public ReadingSettings? Reading { get; init; }

    /// <summary>How its pairs are reviewed.</summary>
    public ReviewSettings? Review { get; init; }
}

/// <summary>How a workspace's pairs are reviewed. Null means the default.</summary>
/// <param name="Reasons">Reasons for rejecting pairs, one per digit key: 1–9 of them, each 1–60 characters.</param>
/// <param name="LeaseMinutes">How many minutes a pair is leased to one person, 1–120; 10 by default.</param>
/// <param name="SecondShare">The share of pairs that need two independent decisions, 0–100 %.</param>
public sealed record ReviewSettings(IReadOnlyList<string>? Reasons = null, int? LeaseMinutes = null, int? SecondShare = null);

/// <summary>How a workspace's documents are read and cut, from the next reading on. Null means the server's configuration.</summary>
/// <param name="Ocr">
/// The languages in which scanned pages of PDF files are read by OCR: Tesseract's codes, at most five with a plus between them, the
/// likeliest first, as in <c>deu+eng</c>; null: OCR is off.
/// </param>
/// <param name="MaxTokens">Most tokens in a chunk, 16–100,000.</param>
/// <param name="OverlapTokens">Most tokens that a chunk repeats from the one before; less than half of the limit.</param>
/// <param name="HeadingLevels">Chunks don't cross headings of this level or higher, 1–6; 0: chunks cross all headings.</param>
public sealed record ReadingSettings(string? Ocr = null, int? MaxTokens = null, int? OverlapTokens = null, int? HeadingLevels = null);

/// <summary>A workspace's settings. Whatever is left out is cleared; the title becomes the name.</summary>
public sealed record WorkspaceSettings
{
    /// <summary>Its name for people.</summary>
    public string? Title { get; init; }

    /// <summary>The prefix of its documents' keys: a folder of the bucket.</summary>
    public string? Prefix { get; init; }

    /// <summary>Patterns; a key must match at least one, as in <c>*.pdf</c> or <c>manuals/**</c>.</summary>
    public IReadOnlyList<string>? Include { get; init; }

    /// <summary>Patterns; a key must match none, as in <c>drafts/</c>.</summary>
    public IReadOnlyList<string>? Exclude { get; init; }

    /// <summary>When it is synced automatically, as five cron fields in UTC.</summary>
    public string? SyncCron { get; init; }

    /// <summary>How its documents are read and cut from now on.</summary>
    public ReadingSettings? Reading { get; init; }

    /// <summary>How its pairs are reviewed from now on.</summary>
    public ReviewSettings? Review { get; init; }
}

/// <summary>A workspace to create.</summary>
public sealed record NewWorkspace(string Name, string? Title = null, string? Bucket = null);

/// <summary>A secret to sign in with: from a sign-in address or link, or the API key of the first start.</summary>
public sealed record SignIn(string Token);

/// <summary>A signed-in person and their token for the Api.</summary>
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

    /// <summary>The person's role in that workspace, one of <see cref="Roles"/>.</summary>
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
