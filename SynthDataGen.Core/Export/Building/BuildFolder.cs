namespace SynthDataGen.Core.Export.Building;

/// <summary>The temporary folder in which an export is built before its files go into the store.</summary>
public sealed class BuildFolder : IDisposable
{
    private const string Prefix = "synthdatagen-export-";

    private readonly string path;

    /// <summary>Creates it, and deletes what earlier builds of the export left on this machine.</summary>
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

    /// <summary>Begins a file with a name in the export.</summary>
    internal HashedFile Begin(string name) => new(PathOf(name), name);

    /// <summary>Opens a complete file.</summary>
    public Stream Open(string name) => new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 17, FileOptions.Asynchronous | FileOptions.SequentialScan);

    /// <summary>Writes content as a file.</summary>
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
