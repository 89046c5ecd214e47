using System.Text;
using SynthDataGen.Client;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Api.Tests.Documents;

public sealed class DocumentTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("plain.pdf", "plain.pdf")]
    [InlineData("with space.md", "with space.md")]
    [InlineData("quote\"d.txt", "quote\"d.txt")]
    [InlineData("Übersicht – 2026.txt", "Übersicht – 2026.txt")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\temp\report.docx", "report.docx")]
    public async Task A_file_name_is_data(string fileName, string key) =>
        (await api.Seed.UploadAsync(fileName)).Key.ShouldBe(key);

    [Fact]
    public async Task A_name_without_a_name_is_refused_alone()
    {
        using var content = new MemoryStream([1]);
        var uploaded = await api.Workspace.Documents.UploadAsync("docs/..", content, Token);
        uploaded.Document.ShouldBeNull();
        uploaded.Failure!.Code.ShouldBe("bad-name");
    }

    [Fact]
    public async Task The_same_name_again_is_the_same_document()
    {
        var first = await api.Seed.UploadAsync("again.txt", "one");
        var second = await api.Seed.UploadAsync("again.txt", "two, longer");
        second.Id.ShouldBe(first.Id);
        second.SizeBytes.ShouldBe("two, longer".Length);
    }

    [Fact]
    public async Task The_original_comes_back_byte_by_byte()
    {
        var document = await api.Seed.UploadAsync("original.txt", "äöü\0binary");
        await using var stream = await api.Workspace.Documents.OpenOriginalAsync(document.Id, Token);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        (await reader.ReadToEndAsync(Token)).ShouldBe("äöü\0binary");
    }

    [Fact]
    public async Task Pages_of_a_list_join_without_gap_or_overlap()
    {
        for (var i = 0; i < 5; i++)
        {
            await api.Seed.UploadAsync($"paged-{i}.txt");
        }

        var names = new List<string>();
        for (string? after = null; ;)
        {
            var page = await api.Workspace.Documents.ListAsync(search: "paged-", after: after, limit: 2, cancellationToken: Token);
            names.AddRange(page.Items.Select(d => d.Key));
            if ((after = page.Next) is null)
            {
                break;
            }
        }

        names.ShouldBe(["paged-4.txt", "paged-3.txt", "paged-2.txt", "paged-1.txt", "paged-0.txt"]);
    }

    [Fact]
    public async Task What_is_searched_for_is_no_pattern()
    {
        await api.Seed.UploadAsync("hundred%.txt");
        var page = await api.Workspace.Documents.ListAsync(search: "%", cancellationToken: Token);
        page.Items.ShouldHaveSingleItem().Key.ShouldBe("hundred%.txt");
    }

    [Fact]
    public async Task An_unknown_status_is_refused()
    {
        var refused = await Should.ThrowAsync<SynthDataGenException>(() => api.Workspace.Documents.ListAsync(status: "eaten", cancellationToken: Token));
        refused.Code.ShouldBe("unknown-status");
    }

    [Fact]
    public async Task A_chunk_is_its_span_of_the_text()
    {
        var document = await api.Seed.ReadyDocumentAsync();
        var text = await api.Workspace.Documents.GetTextAsync(document.Id, cancellationToken: Token);
        var chunks = await api.Workspace.Documents.GetChunksAsync(document.Id, cancellationToken: Token);
        string.Concat(chunks.Items.Select(c => text.Text[c.Start..c.End])).Count(c => !char.IsWhiteSpace(c)).ShouldBe(document.Revision!.Coverage.Extracted);
        document.Revision.Coverage.Chunked.ShouldBe(document.Revision.Coverage.Extracted);
    }

    [Fact]
    public async Task A_chunk_that_begins_amid_a_table_names_the_place_of_its_head()
    {
        const string Head = "| Part | Stock |\n| --- | --- |";
        var table = new Block(BlockKind.Table, $"{Head}\n{string.Join('\n', Enumerable.Range(1, 60).Select(i => $"| part {i} | {i} |"))}", 1);
        var document = await api.Seed.ReadyDocumentAsync(new([table], 1, []), new ChunkOptions { MaxTokens = 100, OverlapTokens = 20 });

        var text = await api.Workspace.Documents.GetTextAsync(document.Id, cancellationToken: Token);
        var chunks = (await api.Workspace.Documents.GetChunksAsync(document.Id, cancellationToken: Token)).Items;

        chunks[0].Header.ShouldBeNull();
        chunks.Skip(1).Select(chunk => text.Text[chunk.Header!.Start..chunk.Header.End]).Distinct().ShouldBe([Head]);
        document.Revision!.Coverage.Chunked.ShouldBe(document.Revision.Coverage.Extracted);
    }

    [Fact]
    public async Task A_deleted_document_leaves_the_list_and_the_store()
    {
        var document = await api.Seed.UploadAsync("deleted.txt");
        await api.Workspace.Documents.DeleteAsync(document.Id, Token);
        (await api.Workspace.Documents.ListAsync(search: "deleted.txt", cancellationToken: Token)).Items.ShouldBeEmpty();
        (await Should.ThrowAsync<SynthDataGenException>(() => api.Workspace.Documents.OpenOriginalAsync(document.Id, Token))).Status.ShouldBe(404);
    }
}
