using Microsoft.Extensions.Options;

namespace SynthDataGen.Core.Documents.Extractors;

/// <summary>Reads a document of any known kind into blocks in reading order, or fails with a code. No file takes the process down.</summary>
public sealed class DocumentReader(IEnumerable<IDocumentExtractor> extractors, IOptions<ExtractionOptions> options)
{
    private readonly IDocumentExtractor[] extractors = [.. extractors];
    private readonly ExtractionOptions options = options.Value;

    /// <summary>Reads the file as the type that its bytes show; the declared media type only counts when they show nothing.</summary>
    /// <exception cref="ExtractionException">The file cannot be read; the code and the sentence say why.</exception>
    public async Task<Extraction> ReadAsync(DocumentFile file, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(file.Ocr is null ? options.Timeout : options.LongestTime);
        try
        {
            var extraction = await ReadWithinAsync(file, timeout.Token);
            return extraction.Blocks.Count == 0 ? throw Fault.NoText() : extraction;
        }
        catch (ExtractionException)
        {
            throw;
        }
        catch (OperationCanceledException fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw Fault.TimedOut(options.Timeout, fault);
        }
        // Third-party parsers throw all kinds of exceptions on broken input, and each means the same: only this file is bad.
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw Fault.Damaged("The file is damaged and cannot be read.", fault);
        }
    }

    private async Task<Extraction> ReadWithinAsync(DocumentFile file, CancellationToken cancellationToken)
    {
        var length = new FileInfo(file.Path).Length;
        if (length == 0)
        {
            throw Fault.Empty();
        }

        if (length > options.MaxFileBytes)
        {
            throw Fault.TooLarge("bytes", options.MaxFileBytes);
        }

        var mediaType = await MediaTypeAsync(file, cancellationToken);
        if (mediaType == MediaTypes.Compound)
        {
            throw Compound(file.Key);
        }

        var extractor = Array.Find(extractors, e => e.Reads(mediaType)) ?? throw Fault.Unsupported(file.Key);
        return await extractor.ExtractAsync(file with { MediaType = mediaType, SizeBytes = length }, cancellationToken);
    }

    private static async Task<string> MediaTypeAsync(DocumentFile file, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(file.Path);
        var head = new byte[MediaTypes.BytesNeeded];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        return MediaTypes.Of(file.Key, head.AsSpan(0, read));
    }

    /// <summary>Office wraps a protected .docx, .pptx or .xlsx in a compound file; any other compound file is an old binary format.</summary>
    private static ExtractionException Compound(string key) =>
        MediaTypes.IsOffice(MediaTypes.OfName(key)) ? Fault.Encrypted() : Fault.Unsupported(key);
}
