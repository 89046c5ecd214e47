using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Documents.Poppler;
using SynthDataGen.Core.Storage;

namespace SynthDataGen.Api.Documents;

/// <summary>Draws pages of PDFs out of the store.</summary>
internal sealed class PagePictures(IObjectStore store, PopplerPages poppler)
{
    private const int Dpi = 110;

    /// <summary>The page as PNG; null where the store no longer holds the document.</summary>
    public async Task<byte[]?> DrawAsync(string bucket, string key, int page, CancellationToken cancellationToken)
    {
        await using var content = await store.OpenAsync(bucket, key, cancellationToken);
        if (content is null)
        {
            return null;
        }

        using var file = await TemporaryFile.FromAsync(content, cancellationToken);
        return await poppler.RenderAsync(file.Path, page, Dpi, cancellationToken);
    }
}
