namespace SynthDataGen.Client.Workspaces;

/// <summary>What somebody may do in a workspace; each role may do what those before it may.</summary>
public static class Roles
{
    /// <summary>Reads all there is, and decides on pairs.</summary>
    public const string Reviewer = "reviewer";

    /// <summary>Makes: documents, recipes, generators, runs, exports.</summary>
    public const string Editor = "editor";

    /// <summary>Changes the workspace itself: its members, its settings; deletes exports and the workspace.</summary>
    public const string Administrator = "administrator";

    /// <summary>All of them, from the one that may least.</summary>
    public static IReadOnlyList<string> All { get; } = [Reviewer, Editor, Administrator];
}

/// <summary>Who calls.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="Name">Their name, as decisions carry it.</param>
/// <param name="IsAdministrator">Whether they administer the system: every workspace, and the making of new ones.</param>
/// <param name="Workspaces">Where they are, by name.</param>
public sealed record Me(Guid Id, string Name, bool IsAdministrator, IReadOnlyList<MyWorkspace> Workspaces);

/// <summary>A workspace that the caller is in.</summary>
/// <param name="Name">Its short name.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Role">What the caller is in it, one of <see cref="Roles"/>.</param>
public sealed record MyWorkspace(string Name, string Title, string Role);

/// <summary>Somebody in a workspace.</summary>
public sealed record Member
{
    /// <summary>The person's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Their name, unique among all people whatever its case; it never changes.</summary>
    public required string Name { get; init; }

    /// <summary>What they are here, one of <see cref="Roles"/>.</summary>
    public required string Role { get; init; }

    /// <summary>How they are reached, as they wish to have it.</summary>
    public string? Contact { get; init; }

    /// <summary>When they were first added.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When they were last here in a browser where they are signed in, to the hour; null: not yet.</summary>
    public DateTimeOffset? LastSeenAt { get; init; }

    /// <summary>When the sign-in link that they have not used yet ends; null: there is none.</summary>
    public DateTimeOffset? LinkExpiresAt { get; init; }

    /// <summary>Whether this is the system's administrator, who is in every workspace and cannot be changed or removed.</summary>
    public bool IsEverywhere { get; init; }
}

/// <summary>Somebody to add.</summary>
/// <param name="Name">1–80 characters.</param>
/// <param name="Role">One of <see cref="Roles"/>.</param>
/// <param name="Contact">How they are reached, up to 200 characters.</param>
public sealed record NewMember(string Name, string Role, string? Contact = null);

/// <summary>What a member is from now on.</summary>
/// <param name="Role">One of <see cref="Roles"/>.</param>
/// <param name="Contact">How they are reached; null: nothing is said.</param>
public sealed record MemberChange(string Role, string? Contact = null);

/// <summary>Somebody who was added.</summary>
/// <param name="Member">Who.</param>
/// <param name="Link">What to hand over; null where they are a member of another workspace and sign in as they do there.</param>
public sealed record AddedMember(Member Member, SignInLink? Link);

/// <summary>A link that somebody signs in with, once. It is shown once.</summary>
/// <param name="Token">Its secret.</param>
/// <param name="Url">The link, at the address that the server knows for the browser app. The secret stands behind <c>#</c>, which browsers send nowhere.</param>
/// <param name="ExpiresAt">When it ends if nobody used it.</param>
public sealed record SignInLink(string Token, string Url, DateTimeOffset ExpiresAt);

/// <summary>What a program signs in with: good in one workspace, as what its person is there.</summary>
public sealed record ApiKey
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is for.</summary>
    public required string Name { get; init; }

    /// <summary>Whose it is: what the program decides carries this name.</summary>
    public required string Person { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was used last, to the hour; null: never.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }
}

/// <summary>A key to make.</summary>
/// <param name="Name">What it is for, 1–80 characters.</param>
public sealed record NewApiKey(string Name);

/// <summary>A key that was made, with its secret, which is shown once.</summary>
public sealed record IssuedApiKey(ApiKey Key, string Secret);
