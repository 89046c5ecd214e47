using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Storage;

/// <summary>The rule for bucket names, valid for S3, MinIO and folders.</summary>
public static partial class BucketName
{
    public const int MinLength = 3;
    public const int MaxLength = 63;

    /// <summary>Lower-case letters, digits, dots and dashes; a letter or digit at both ends.</summary>
    public const string Pattern = "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\\z";

    public static bool IsValid(string name) => Rule().IsMatch(name);

    /// <exception cref="StorageException">The name breaks the rule.</exception>
    internal static void Check(string name)
    {
        if (!IsValid(name))
        {
            throw new StorageException(
                $"'{name}' is not a valid bucket name. Use {MinLength} to {MaxLength} lower-case letters, digits, dots and dashes, with a letter or digit at both ends.");
        }
    }

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Rule();
}
