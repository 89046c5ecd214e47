namespace SynthDataGen.Core.Export.Building;

/// <summary>The folder in which the files of an export are made before any of them goes into the store; it goes with the building.</summary>
public sealed class BuildFolder : IDisposable
{
    private const string Prefix = "synthdatagen-export-";

    private readonly string path;

    /// <summary>Makes it, in place of what an earlier building of this machine left of the export.</summary>
    public BuildFolder(DatasetExport export)
    {
        ArgumentNullException.ThrowIfNull(export);
        path = Path.Combine(Path.GetTempPath(), $"{Prefix}{export.Id:n}-{export.Build}");
        foreach (var left in Directory.EnumerateDirectories(Path.GetTempPath(), $"{Prefix}{export.Id:n}-*"))
        {
            Directory.Delete(left, recursive: true);
        }

        Directory.CreateDirectory(path);
    }

    /// <summary>Begins a file under a name of the export's.</summary>
    internal HashedFile Begin(string name) => new(PathOf(name), name);

    /// <summary>Opens a file that is complete.</summary>
    public Stream Open(string name) => new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 17, FileOptions.Asynchronous | FileOptions.SequentialScan);

    /// <summary>Writes a text as a file.</summary>
    public async Task<ExportFile> WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        await using var file = Begin(name);
        await file.WriteAsync(content, cancellationToken);
        return await file.CompleteAsync(null, cancellationToken);
    }

    public void Dispose()
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }

    private string PathOf(string name) => Path.Combine(path, name);
}
