namespace SynthDataGen.Core.Documents;

/// <summary>A file on local disk and what is known about it. The key is data, never a path.</summary>
/// <param name="Path">Where its bytes are, under a name of our own.</param>
/// <param name="Key">The document's key in the store.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="SizeBytes">Its length.</param>
/// <param name="Ocr">The OCR languages for pages without text; null: no OCR.</param>
public sealed record DocumentFile(string Path, string Key, string MediaType, long SizeBytes, OcrLanguages? Ocr = null);

/// <summary>Turns one format into blocks in reading order.</summary>
public interface IDocumentExtractor
{
    /// <summary>Whether this extractor reads such a media type.</summary>
    bool Reads(string mediaType);

    /// <summary>Reads the file.</summary>
    /// <exception cref="ExtractionException">The file cannot be read, with the code that says why.</exception>
    Task<Extraction> ExtractAsync(DocumentFile file, CancellationToken cancellationToken);
}
