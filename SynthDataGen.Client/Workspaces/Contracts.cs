namespace SynthDataGen.Client.Workspaces;

/// <summary>What one team owns.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its short name, as in addresses: lower-case letters, digits and dashes.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Bucket">The bucket that its documents are synced from and uploaded to.</param>
/// <param name="Store">What kind of store holds the bucket and where, without secrets.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Prefix">What the keys of its documents begin with, ending in a slash; empty: it has the whole bucket.</param>
/// <param name="Include">Patterns of which a key has to fit one; none: every key does.</param>
/// <param name="Exclude">Patterns of which a key may fit none.</param>
/// <param name="SyncCron">When it is synced by itself, as five fields of cron in UTC; null: never.</param>
/// <param name="Reading">How its documents are read and cut.</param>
/// <param name="Review">How its pairs are reviewed.</param>
public sealed record Workspace(
    Guid Id,
    string Name,
    string Title,
    string Bucket,
    string Store,
    DateTimeOffset CreatedAt,
    string Prefix = "",
    IReadOnlyList<string>? Include = null,
    IReadOnlyList<string>? Exclude = null,
    string? SyncCron = null,
    ReadingSettings? Reading = null,
    ReviewSettings? Review = null);

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
/// <param name="Title">Its name for people.</param>
/// <param name="Prefix">What the keys of its documents begin with: a folder of the bucket.</param>
/// <param name="Include">Patterns of which a key has to fit one, as in <c>*.pdf</c> or <c>manuals/**</c>.</param>
/// <param name="Exclude">Patterns of which a key may fit none, as in <c>drafts/</c>.</param>
/// <param name="SyncCron">When it is synced by itself, as five fields of cron in UTC.</param>
/// <param name="Reading">How its documents are read and cut from then on.</param>
/// <param name="Review">How its pairs are reviewed from then on.</param>
public sealed record WorkspaceSettings(
    string? Title = null,
    string? Prefix = null,
    IReadOnlyList<string>? Include = null,
    IReadOnlyList<string>? Exclude = null,
    string? SyncCron = null,
    ReadingSettings? Reading = null,
    ReviewSettings? Review = null);

/// <summary>A workspace to make.</summary>
public sealed record NewWorkspace(string Name, string? Title = null, string? Bucket = null);

/// <summary>A secret to sign in with: the one in a sign-in address or link, or the API key of the first start.</summary>
public sealed record SignIn(string Token);

/// <summary>Who is signed in, and the token that says so to the Api.</summary>
/// <param name="Token">Send it as <c>Authorization: Bearer</c>.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Workspace">Short name of the workspace to start in.</param>
/// <param name="ExpiresAt">When the token stops working.</param>
/// <param name="Role">What the person is in that workspace, one of <see cref="Roles"/>.</param>
public sealed record Session(string Token, string Name, string Workspace, DateTimeOffset ExpiresAt, string Role = Roles.Reviewer);

/// <summary>The counts that the home page and the rail show.</summary>
public sealed record Stats(
    DocumentStats Documents,
    long Chunks,
    RunStats Runs,
    PairStats Pairs,
    CoverageStats Coverage);

/// <summary>Documents by status.</summary>
public sealed record DocumentStats(int Total, int Ready, int Working, int Failed);

/// <summary>Runs by state.</summary>
public sealed record RunStats(int Total, int Active);

/// <summary>Pairs by status.</summary>
public sealed record PairStats(long Total, long Pending, long Approved, long Rejected, long Flagged);

/// <summary>Non-space characters of all current revisions: extracted, in chunks, and in contexts that reached a generator.</summary>
public sealed record CoverageStats(long Extracted, long Chunked, long InContexts);
