namespace SynthDataGen.Core.Storage;

/// <summary>Files as the stores open them: asynchronous, and readable and replaceable by others while open.</summary>
internal static class FileStreams
{
    private const int BufferBytes = 81_920;

    public static FileStream Read(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferBytes, FileOptions.Asynchronous | FileOptions.SequentialScan);

    /// <summary>Writes a new file and flushes it to the disk.</summary>
    public static async Task WriteAsync(string path, Stream content, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferBytes, FileOptions.Asynchronous);
        await content.CopyToAsync(file, cancellationToken);
        file.Flush(flushToDisk: true);
    }

    /// <summary>An empty temporary file that is deleted with its stream.</summary>
    public static FileStream Temporary()
    {
        var path = Path.Combine(Path.GetTempPath(), $"synthdatagen-{Guid.CreateVersion7():N}");
        return new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferBytes, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
    }
}
