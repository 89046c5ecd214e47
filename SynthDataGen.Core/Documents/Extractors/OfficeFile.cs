using DocumentFormat.OpenXml.Packaging;

namespace SynthDataGen.Core.Documents.Extractors;

/// <summary>An Office file that is open for reading.</summary>
internal sealed class OfficeFile<T> : IDisposable
    where T : OpenXmlPackage
{
    private readonly Stream content;

    private OfficeFile(T document, Stream content) => (Document, this.content) = (document, content);

    public T Document { get; }

    /// <summary>Opens the file; a hyperlink that is no address, as people type them, is no reason to refuse it.</summary>
    public static OfficeFile<T> Open(string path, Func<Stream, bool, OpenSettings, T> open)
    {
        try
        {
            return Open(File.OpenRead(path), isEditable: false, open);
        }
        catch (OpenXmlPackageException)
        {
            // The library mends such links, but only in a file that it may write to: in a copy.
            return Open(CopyOf(path), isEditable: true, open);
        }
    }

    public void Dispose()
    {
        Document.Dispose();
        content.Dispose();
    }

    private static OfficeFile<T> Open(FileStream content, bool isEditable, Func<Stream, bool, OpenSettings, T> open)
    {
        var settings = new OpenSettings { AutoSave = false };
        if (isEditable)
        {
            settings.RelationshipErrorHandlerFactory = RelationshipErrorHandler.CreateRewriterFactory((_, _, _) => "about:blank");
        }

        try
        {
            return new OfficeFile<T>(open(content, isEditable, settings), content);
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    private static FileStream CopyOf(string path)
    {
        var place = Path.Combine(Path.GetTempPath(), $"synthdatagen-{Guid.CreateVersion7():n}");
        var copy = new FileStream(place, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 81_920, FileOptions.DeleteOnClose);
        using var original = File.OpenRead(path);
        original.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }
}
