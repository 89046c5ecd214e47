using System.Net.Http.Headers;
using SynthDataGen.Client.Review;

namespace SynthDataGen.Client.Export;

/// <summary>Datasets out.</summary>
public sealed class ExportClient
{
    private readonly Wire wire;
    private readonly string oneClick;
    private readonly string path;

    internal ExportClient(Wire wire, string workspacePath) => (this.wire, oneClick, path) = (wire, workspacePath + "export", workspacePath + "exports");

    /// <summary>All approved pairs as one JSON document, streamed while it is read: see <see cref="ExportedDataset"/>.</summary>
    public Task<Stream> OpenJsonAsync(CancellationToken cancellationToken = default) => OpenJsonAsync(new PairFilter(), cancellationToken);

    /// <summary>Likewise, the pairs that match a filter, in the order of generation; approved ones unless it names a status, or <c>all</c>.</summary>
    public Task<Stream> OpenJsonAsync(PairFilter filter, CancellationToken cancellationToken = default) =>
        wire.StreamAsync(ReviewClient.Narrow(oneClick, filter with { Sort = null }, ("format", "json")), cancellationToken);

    /// <summary>Starts building an export. Refused if it, or a part of its split, would be empty.</summary>
    public Task<DatasetExport> StartAsync(ExportSettings settings, CancellationToken cancellationToken = default) => wire.PostAsync<DatasetExport>(path, settings, cancellationToken);

    /// <summary>Exports, the newest first.</summary>
    /// <param name="after">The <c>next</c> of the page before.</param>
    /// <param name="limit">Rows per page, 1–200.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Page<DatasetExport>> ListAsync(string? after = null, int? limit = null, CancellationToken cancellationToken = default) =>
        wire.GetAsync<Page<DatasetExport>>(Wire.Query(path, ("after", after), ("limit", limit)), cancellationToken);

    /// <summary>One export.</summary>
    public Task<DatasetExport> GetAsync(Guid id, CancellationToken cancellationToken = default) => wire.GetAsync<DatasetExport>($"{path}/{id}", cancellationToken);

    /// <summary>Cancels the building of an export; a finished one stays.</summary>
    public Task<DatasetExport> CancelAsync(Guid id, CancellationToken cancellationToken = default) => wire.PostAsync<DatasetExport>($"{path}/{id}/cancel", null, cancellationToken);

    /// <summary>Builds a failed or cancelled export again.</summary>
    public Task<DatasetExport> RetryAsync(Guid id, CancellationToken cancellationToken = default) => wire.PostAsync<DatasetExport>($"{path}/{id}/retry", null, cancellationToken);

    /// <summary>Deletes an export with its files; administrators only.</summary>
    public Task DeleteAsync(Guid id, CancellationToken cancellationToken = default) => wire.SendAsync(HttpMethod.Delete, $"{path}/{id}", cancellationToken);

    /// <summary>All files of an export as one ZIP archive.</summary>
    public Task<Stream> OpenAsync(Guid id, CancellationToken cancellationToken = default) => wire.StreamAsync($"{path}/{id}/download", cancellationToken);

    /// <summary>One file of an export.</summary>
    public Task<Stream> OpenFileAsync(Guid id, string name, CancellationToken cancellationToken = default) =>
        wire.StreamAsync(Wire.Query($"{path}/{id}/file", ("name", name)), cancellationToken);

    /// <summary>How an export differs from another.</summary>
    public Task<ExportComparison> CompareAsync(Guid id, Guid with, CancellationToken cancellationToken = default) =>
        wire.GetAsync<ExportComparison>(Wire.Query($"{path}/{id}/compare", ("with", with)), cancellationToken);

    /// <summary>The first rows of an export with these settings; nothing is saved.</summary>
    public Task<ExportPreview> PreviewAsync(ExportSettings settings, CancellationToken cancellationToken = default) =>
        wire.PostAsync<ExportPreview>(path + "/preview", settings, cancellationToken);

    /// <summary>How many pairs an export with these settings would contain, what it would leave out, and what to check first; nothing is saved.</summary>
    public Task<ExportCheck> CheckAsync(ExportSettings settings, CancellationToken cancellationToken = default) =>
        wire.PostAsync<ExportCheck>(path + "/check", settings, cancellationToken);

    /// <summary>The settings with a seed whose split comes closest to the requested shares; nothing is saved.</summary>
    public Task<ExportSettings> FitSeedAsync(ExportSettings settings, CancellationToken cancellationToken = default) =>
        wire.PostAsync<ExportSettings>(path + "/seed", settings, cancellationToken);

    /// <summary>Saved settings, by name.</summary>
    public Task<Page<ExportPreset>> ListPresetsAsync(CancellationToken cancellationToken = default) => wire.GetAsync<Page<ExportPreset>>(path + "/presets", cancellationToken);

    /// <summary>Saves settings under a name.</summary>
    public Task<ExportPreset> SavePresetAsync(NewExportPreset preset, CancellationToken cancellationToken = default) =>
        wire.PostAsync<ExportPreset>(path + "/presets", preset, cancellationToken);

    /// <summary>Deletes saved settings; exports made with them stay.</summary>
    public Task DeletePresetAsync(Guid id, CancellationToken cancellationToken = default) => wire.SendAsync(HttpMethod.Delete, $"{path}/presets/{id}", cancellationToken);

    /// <summary>Benchmarks, by name.</summary>
    public Task<Page<Benchmark>> ListBenchmarksAsync(CancellationToken cancellationToken = default) => wire.GetAsync<Page<Benchmark>>(path + "/benchmarks", cancellationToken);

    /// <summary>Uploads a benchmark: plain text (one text per line), JSON or JSON lines (each string is a text) or CSV (each cell is one).</summary>
    public async Task<Benchmark> UploadBenchmarkAsync(string name, Stream content, CancellationToken cancellationToken = default)
    {
        using var part = new StreamContent(content);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileNameStar = name };
        using var form = new MultipartFormDataContent { part };
        return await wire.PostAsync<Benchmark>(path + "/benchmarks", form, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes a benchmark; exports that were checked against it stay.</summary>
    public Task DeleteBenchmarkAsync(Guid id, CancellationToken cancellationToken = default) => wire.SendAsync(HttpMethod.Delete, $"{path}/benchmarks/{id}", cancellationToken);
}
