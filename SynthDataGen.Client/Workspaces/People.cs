namespace SynthDataGen.Client.Workspaces;

/// <summary>What a member may do in a workspace. Each role includes the ones before it.</summary>
public static class Roles
{
    /// <summary>Reads everything and decides on pairs.</summary>
    public const string Reviewer = "reviewer";

    /// <summary>Also manages documents, recipes, generators, runs and exports.</summary>
    public const string Editor = "editor";

    /// <summary>Also manages the workspace itself: its members and settings; deletes exports and the workspace.</summary>
    public const string Administrator = "administrator";

    /// <summary>All of them, the least powerful first.</summary>
    public static IReadOnlyList<string> All { get; } = [Reviewer, Editor, Administrator];
}

/// <summary>Who calls.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="Name">Their name, as decisions carry it.</param>
/// <param name="IsAdministrator">Whether they administer the system: every workspace, and creating new ones.</param>
/// <param name="Workspaces">Their workspaces, by name.</param>
public sealed record Me(Guid Id, string Name, bool IsAdministrator, IReadOnlyList<MyWorkspace> Workspaces);

/// <summary>One of the caller's workspaces.</summary>
/// <param name="Name">Its short name.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Role">The caller's role in it, one of <see cref="Roles"/>.</param>
public sealed record MyWorkspace(string Name, string Title, string Role);

/// <summary>A person in a workspace.</summary>
public sealed record Member
{
    /// <summary>The person's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Their name, unique among all people whatever its case; it never changes.</summary>
    public required string Name { get; init; }

    /// <summary>Their role here, one of <see cref="Roles"/>.</summary>
    public required string Role { get; init; }

    /// <summary>How to reach them.</summary>
    public string? Contact { get; init; }

    /// <summary>When they were first added.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When they last used the browser app, to the hour; null: never.</summary>
    public DateTimeOffset? LastSeenAt { get; init; }

    /// <summary>When their unused sign-in link expires; null: there is none.</summary>
    public DateTimeOffset? LinkExpiresAt { get; init; }

    /// <summary>Whether this is the system's administrator, who belongs to every workspace and can't be changed or removed.</summary>
    public bool IsEverywhere { get; init; }
}

/// <summary>A member to add.</summary>
/// <param name="Name">1–80 characters.</param>
/// <param name="Role">One of <see cref="Roles"/>.</param>
/// <param name="Contact">How to reach them, up to 200 characters.</param>
public sealed record NewMember(string Name, string Role, string? Contact = null);

/// <summary>A member's new role and contact.</summary>
/// <param name="Role">One of <see cref="Roles"/>.</param>
/// <param name="Contact">How to reach them; null: unknown.</param>
public sealed record MemberChange(string Role, string? Contact = null);

/// <summary>A member who was added.</summary>
/// <param name="Member">Who.</param>
/// <param name="Link">The link to hand over; null if they belong to another workspace already and sign in as they do there.</param>
public sealed record AddedMember(Member Member, SignInLink? Link);

/// <summary>A link that signs a person in, once. It is shown only once.</summary>
/// <param name="Token">Its secret.</param>
/// <param name="Url">The link, at the address that the server knows for the browser app. The secret follows <c>#</c>, which browsers never send.</param>
/// <param name="ExpiresAt">When it expires unless it is used.</param>
public sealed record SignInLink(string Token, string Url, DateTimeOffset ExpiresAt);

/// <summary>A secret for programs, valid in one workspace, with its owner's role there.</summary>
public sealed record ApiKey
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its purpose.</summary>
    public required string Name { get; init; }

    /// <summary>Its owner: decisions that the program makes carry this name.</summary>
    public required string Person { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last used, to the hour; null: never.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }
}

/// <summary>A key to create.</summary>
/// <param name="Name">Its purpose, 1–80 characters.</param>
public sealed record NewApiKey(string Name);

/// <summary>A new key with its secret, which is shown only once.</summary>
public sealed record IssuedApiKey(ApiKey Key, string Secret);
