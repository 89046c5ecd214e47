using System.IO.Enumeration;

namespace SynthDataGen.Core.Storage;

/// <summary>
/// Lists the files below a folder in ordinal order of their paths, holding only the names in the open folders.
/// Hidden files and links are skipped; an unreadable folder fails the listing, because its files are not gone.
/// </summary>
internal static class FolderListing
{
    private static readonly EnumerationOptions Visible = new()
    {
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        IgnoreInaccessible = false,
    };

    /// <summary>The keys that begin with the prefix, each with the path of its file.</summary>
    public static IEnumerable<(string Key, string Path)> Of(string folder, string prefix, CancellationToken cancellationToken)
    {
        var open = new Stack<(string Path, Queue<string> Names)>();
        open.Push(("", Names(folder)));
        while (open.TryPeek(out var at))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!at.Names.TryDequeue(out var name))
            {
                open.Pop();
            }
            else if (name.EndsWith('/'))
            {
                if (CanHold(at.Path + name, prefix))
                {
                    open.Push((at.Path + name, Names(Path.Combine(folder, at.Path + name))));
                }
            }
            else if (KeyPath.Decode(at.Path + name) is { } key && key.StartsWith(prefix, StringComparison.Ordinal))
            {
                yield return (key, Path.Combine(folder, at.Path + name));
            }
        }
    }

    /// <summary>The names in a folder; folders end in a slash, so that they sort like the paths that begin with them.</summary>
    private static Queue<string> Names(string folder)
    {
        var found = new FileSystemEnumerable<string>(
            folder, (ref FileSystemEntry entry) => entry.IsDirectory ? $"{entry.FileName}/" : entry.FileName.ToString(), Visible);
        try
        {
            return new(found.Order(StringComparer.Ordinal));
        }
        catch (DirectoryNotFoundException)
        {
            return []; // A delete has pruned the empty folder in the meantime.
        }
    }

    /// <summary>Encoded paths do not begin like their keys, so they may hold anything.</summary>
    private static bool CanHold(string path, string prefix) =>
        path.Contains('%', StringComparison.Ordinal) || path.StartsWith(prefix, StringComparison.Ordinal) || prefix.StartsWith(path, StringComparison.Ordinal);
}
