using SynthDataGen.Client.Review;

namespace SynthDataGen.Client.Export;

/// <summary>Datasets out.</summary>
public sealed class ExportClient
{
    private readonly Wire wire;
    private readonly string path;

    internal ExportClient(Wire wire, string workspacePath) => (this.wire, path) = (wire, workspacePath + "export");

    /// <summary>All approved pairs as one JSON document, streamed as it is read: see <see cref="ExportedDataset"/>.</summary>
    public Task<Stream> OpenJsonAsync(CancellationToken cancellationToken = default) => OpenJsonAsync(new PairFilter(), cancellationToken);

    /// <summary>The pairs that fit a filter, in the order they were made, likewise; approved ones unless it names a status, or <c>all</c> for every one.</summary>
    public Task<Stream> OpenJsonAsync(PairFilter filter, CancellationToken cancellationToken = default) =>
        wire.StreamAsync(ReviewClient.Narrow(path, filter with { Sort = null }, null, null, format: "json"), cancellationToken);
}
