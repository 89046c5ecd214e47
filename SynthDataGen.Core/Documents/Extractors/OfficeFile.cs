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
        var file = File.OpenRead(path);
        try
        {
            return new OfficeFile<T>(open(file, false, new OpenSettings { AutoSave = false }), file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Document.Dispose();
        content.Dispose();
    }
}
