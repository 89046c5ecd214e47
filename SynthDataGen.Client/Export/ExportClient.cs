namespace SynthDataGen.Client.Export;

/// <summary>Datasets out.</summary>
public sealed class ExportClient
{
    private readonly Wire wire;
    private readonly string path;

    internal ExportClient(Wire wire, string workspacePath) => (this.wire, path) = (wire, workspacePath + "export");

    /// <summary>All approved pairs as one JSON document, streamed as it is read: see <see cref="ExportedDataset"/>.</summary>
    public Task<Stream> OpenJsonAsync(CancellationToken cancellationToken = default) =>
        wire.StreamAsync(path + "?format=json", cancellationToken);
}
