using Microsoft.Extensions.Caching.Memory;
using SynthDataGen.Client.Review;
using SynthDataGen.Core.Data.Documents;
using SynthDataGen.Core.Data.Review;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Documents.Extractors;
using SynthDataGen.Core.Documents.Poppler;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;
using SynthDataGen.Core.Storage;

namespace SynthDataGen.Api.Review;

/// <summary>Finds evidence on the pictures of its pages. The words of recent pages are cached.</summary>
internal sealed class EvidencePlaces(DocumentRecords documents, IObjectStore store, PopplerPageWords poppler) : IDisposable
{
    private const int MostPages = 20;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = 200 });

    /// <summary>A box for every line of evidence; empty if the document has changed in the store since the pair was made.</summary>
    public async Task<IReadOnlyList<EvidenceBox>> FindAsync(Guid workspaceId, string bucket, PairRow row, CancellationToken cancellationToken)
    {
        var pair = row.Pair;
        var document = await documents.FindAsync(workspaceId, pair.DocumentId, cancellationToken);
        if (document?.Document.MediaType != MediaTypes.Pdf || document.Revision?.Sha256 != row.Sha256
            || await documents.FindTextAsync(workspaceId, pair.DocumentId, pair.RevisionId, cancellationToken) is not { } text)
        {
            return [];
        }

        var parts = pair.Evidence.Where(one => one.Match != EvidenceMatch.Missing).SelectMany(one => PageSpans.Cut(text.Pages, one.Start, one.End));
        var boxes = new List<EvidenceBox>();
        foreach (var page in parts.GroupBy(part => part.Number).Take(MostPages))
        {
            var words = await WordsAsync(bucket, row, page.Key, cancellationToken);
            boxes.AddRange(page
                .SelectMany(part => EvidenceBoxes.Find(words, text.Text[part.Start..part.End]))
                .Select(box => new EvidenceBox(page.Key, box.X, box.Y, box.Right - box.X, box.Bottom - box.Y)));
        }

        return boxes;
    }

    public void Dispose() => cache.Dispose();

    private async Task<IReadOnlyList<PageWord>> WordsAsync(string bucket, PairRow row, int page, CancellationToken cancellationToken)
    {
        if (cache.TryGetValue((row.Sha256, page), out IReadOnlyList<PageWord>? kept))
        {
            return kept!;
        }

        await using var content = await store.OpenAsync(bucket, row.DocumentKey, cancellationToken);
        if (content is null)
        {
            return [];
        }

        using var file = await TemporaryFile.FromAsync(content, cancellationToken);
        return file.Sha256 != row.Sha256
            ? []
            : cache.Set((row.Sha256, page), await poppler.ReadAsync(file.Path, page, cancellationToken), new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = KeptFor });
    }
}
