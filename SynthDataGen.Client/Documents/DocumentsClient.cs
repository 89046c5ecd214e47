using System.Net.Http.Headers;

namespace SynthDataGen.Client.Documents;

/// <summary>Upload, sync, list and read documents.</summary>
public sealed class DocumentsClient
{
    private readonly Wire wire;
    private readonly string path;

    internal DocumentsClient(Wire wire, string workspacePath) => (this.wire, path) = (wire, workspacePath + "documents");

    /// <summary>Uploads one file; the same name again makes a new revision of the same document.</summary>
    public async Task<Uploaded> UploadAsync(string fileName, Stream content, CancellationToken cancellationToken = default)
    {
        using var part = new StreamContent(content);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");

        // The extended form carries any name, quotation marks and line breaks included.
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "files", FileNameStar = fileName };
        using var form = new MultipartFormDataContent { part };
        var result = await wire.PostAsync<UploadResult>(path, form, cancellationToken).ConfigureAwait(false);
        return result.Files[0];
    }

    /// <summary>Looks for new, changed and removed objects in the workspace's bucket.</summary>
    public Task<SyncResult> SyncAsync(CancellationToken cancellationToken = default) =>
        wire.PostAsync<SyncResult>(path + "/sync", null, cancellationToken);

    /// <summary>Documents, newest first, a page at a time.</summary>
    /// <param name="status">Only those with this status.</param>
    /// <param name="search">Only those whose key contains this text.</param>
    /// <param name="after">The <c>next</c> of the page before.</param>
    /// <param name="limit">Rows per page, 1–500.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Page<Document>> ListAsync(
        string? status = null, string? search = null, string? after = null, int? limit = null, CancellationToken cancellationToken = default) =>
        wire.GetAsync<Page<Document>>(
            Wire.Query(path, ("status", status), ("search", search), ("after", after), ("limit", limit)), cancellationToken);

    /// <summary>One document.</summary>
    public Task<Document> GetAsync(Guid id, CancellationToken cancellationToken = default) =>
        wire.GetAsync<Document>($"{path}/{id}", cancellationToken);

    /// <summary>Removes the document from the store and the workspace; its pairs stay.</summary>
    public Task DeleteAsync(Guid id, CancellationToken cancellationToken = default) =>
        wire.SendAsync(HttpMethod.Delete, $"{path}/{id}", cancellationToken);

    /// <summary>Tries again to read a document that could not be read.</summary>
    public Task<Document> RetryAsync(Guid id, CancellationToken cancellationToken = default) =>
        wire.PostAsync<Document>($"{path}/{id}/retry", null, cancellationToken);

    /// <summary>
    /// Reads all documents again, for example after a change of the workspace's settings. A document whose text or chunks differ
    /// gets a new revision; pairs of the old one stay.
    /// </summary>
    /// <param name="failure">Only those that failed with this code, as in <c>no-text</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<RereadResult> RereadAsync(string? failure = null, CancellationToken cancellationToken = default) =>
        wire.PostAsync<RereadResult>(Wire.Query(path + "/reread", ("failure", failure)), null, cancellationToken);

    /// <summary>The current revision's text with outline and pages, or an older revision's if <paramref name="revisionId"/> names one.</summary>
    public Task<DocumentText> GetTextAsync(Guid id, Guid? revisionId = null, CancellationToken cancellationToken = default) =>
        wire.GetAsync<DocumentText>(Wire.Query($"{path}/{id}/text", ("revisionId", revisionId)), cancellationToken);

    /// <summary>The current revision's chunks, in order, a page at a time.</summary>
    public Task<Page<Chunk>> GetChunksAsync(Guid id, string? after = null, int? limit = null, CancellationToken cancellationToken = default) =>
        wire.GetAsync<Page<Chunk>>(Wire.Query($"{path}/{id}/chunks", ("after", after), ("limit", limit)), cancellationToken);

    /// <summary>The document's bytes from the store.</summary>
    public Task<Stream> OpenOriginalAsync(Guid id, CancellationToken cancellationToken = default) =>
        wire.StreamAsync($"{path}/{id}/original", cancellationToken);

    /// <summary>A picture of one page of a PDF, as PNG.</summary>
    public Task<Stream> OpenPageAsync(Guid id, int page, CancellationToken cancellationToken = default) =>
        wire.StreamAsync($"{path}/{id}/pages/{page}.png", cancellationToken);
}
