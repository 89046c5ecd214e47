namespace SynthDataGen.Core.Documents;

/// <summary>A file on local disk, with what is known of it. The key is data, never a path.</summary>
/// <param name="Path">Where its bytes lie, in a name of our own choosing.</param>
/// <param name="Key">The document's key in the store.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="SizeBytes">Its length.</param>
public sealed record DocumentFile(string Path, string Key, string MediaType, long SizeBytes);

/// <summary>Turns one format into blocks in reading order.</summary>
public interface IDocumentExtractor
{
    /// <summary>Whether this extractor reads such a media type.</summary>
    bool Reads(string mediaType);

    /// <summary>Reads the file.</summary>
    /// <exception cref="ExtractionException">The file cannot be read, with the code that says why.</exception>
    Task<Extraction> ExtractAsync(DocumentFile file, CancellationToken cancellationToken);
}
