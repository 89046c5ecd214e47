namespace SynthDataGen.Client.Workspaces;

/// <summary>What one team owns.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its short name, as in addresses: lower-case letters, digits and dashes.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Bucket">The bucket that its documents are synced from and uploaded to.</param>
/// <param name="Store">What kind of store holds the bucket and where, without secrets.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record Workspace(Guid Id, string Name, string Title, string Bucket, string Store, DateTimeOffset CreatedAt);

/// <summary>A workspace to make.</summary>
public sealed record NewWorkspace(string Name, string? Title = null, string? Bucket = null);

/// <summary>A secret to sign in with: the one in the sign-in address, or an API key.</summary>
public sealed record SignIn(string Token);

/// <summary>Who is signed in, and the token that says so to the Api.</summary>
/// <param name="Token">Send it as <c>Authorization: Bearer</c>.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Workspace">Short name of the workspace to start in.</param>
/// <param name="ExpiresAt">When the token stops working.</param>
public sealed record Session(string Token, string Name, string Workspace, DateTimeOffset ExpiresAt);

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
