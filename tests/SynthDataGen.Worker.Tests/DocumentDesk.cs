using System.Text;
using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Data.Documents;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Storage;

namespace SynthDataGen.Worker.Tests;

/// <summary>Brings documents in, and sees what the workers made of them.</summary>
public sealed class DocumentDesk(Stack stack)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public Task<DocumentRow> ReadAsync(string key, string text) => ReadAsync(key, Encoding.UTF8.GetBytes(text));

    public async Task<DocumentRow> ReadFileAsync(string path) =>
        await ReadAsync($"{Guid.CreateVersion7()}/{Path.GetFileName(path)}", await File.ReadAllBytesAsync(path, Token));

    /// <summary>Stores these bytes under the key, as an upload does, and returns when they were read, or could not be.</summary>
    public async Task<DocumentRow> ReadAsync(string key, byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        var stored = await stack.Get<IObjectStore>().PutAsync(stack.Workspace.Bucket, key, content, "application/octet-stream", Token);
        var document = await stack.Get<DocumentRecords>().AddAsync(stack.Workspace.Id, stored, Token);
        return await Eventually.SeeAsync(
            async token => (await stack.Get<DocumentRecords>().FindAsync(stack.Workspace.Id, document.Id, token))!,
            row => row.Document.Status is DocumentStatus.Ready or DocumentStatus.Failed,
            $"read: {key}");
    }

    public Task<RevisionText> TextAsync(DocumentRow row) =>
        stack.LookAsync(db => db.RevisionTexts.AsNoTracking().SingleAsync(t => t.RevisionId == row.Revision!.Id, Token));

    public Task<List<Chunk>> ChunksAsync(DocumentRow row) =>
        stack.LookAsync(db => db.Chunks.AsNoTracking().Where(c => c.RevisionId == row.Revision!.Id).OrderBy(c => c.Ordinal).ToListAsync(Token));

    /// <summary>A document of as many sections, each of which becomes one context and holds four sentences to ask about.</summary>
    public async Task<Guid> BookAsync(int sections)
    {
        var text = string.Join("\n\n", Enumerable.Range(1, sections).Select(Section));
        return (await ReadAsync($"{Guid.CreateVersion7()}.md", text)).Document.Id;
    }

    private static string Section(int number) =>
        $"""
        # Station {number}

        Station {number} was opened in the spring of {1800 + number} by the coastal railway. The platform of station {number} is {90 + number} metres long.
        Trains for station {number} leave the harbour {2 + number} minutes after every full hour. The keeper of station {number} lives in house number {number} beside the line.
        """;
}
