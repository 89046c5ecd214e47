using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Storage;

/// <summary>The rule for names of buckets: what S3, MinIO and a folder all take. Each workspace has a bucket of its own.</summary>
public static partial class BucketName
{
    public const int MinLength = 3;
    public const int MaxLength = 63;

    /// <summary>Lower-case letters, digits, dots and dashes; a letter or digit at both ends.</summary>
    public const string Pattern = "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\\z";

    /// <summary>Bucket of the workspace that is there from the start.</summary>
    public const string Default = "documents";

    private const string DefaultWorkspace = "default";

    public static bool IsValid(string name) => Rule().IsMatch(name);

    /// <summary>The bucket that a workspace gets when it is made without naming one.</summary>
    public static string ForWorkspace(string workspace) => workspace == DefaultWorkspace ? Default : $"{Default}-{workspace}";

    /// <exception cref="StorageException">The name breaks the rule.</exception>
    internal static void Check(string name)
    {
        if (!IsValid(name))
        {
            throw new StorageException(
                $"'{name}' cannot be the name of a bucket: {MinLength} to {MaxLength} lower-case letters, digits, dots and dashes, with a letter or digit at both ends.");
        }
    }

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Rule();
}
