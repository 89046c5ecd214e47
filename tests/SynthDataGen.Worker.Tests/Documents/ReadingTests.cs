using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Data.Documents;
using SynthDataGen.Core.Documents;
using SynthDataGen.Testing;

namespace SynthDataGen.Worker.Tests.Documents;

public sealed class ReadingTests(Stack stack)
{
    [Theory]
    [InlineData("employee-handbook.pdf")]
    [InlineData("travel-policy.docx")]
    [InlineData("operations-guide.md")]
    public async Task A_sample_becomes_ready_with_every_character_in_a_chunk(string name) =>
        await ShouldBeWholeAsync(await stack.Documents.ReadFileAsync(Path.Combine(Repository.Root, "samples", name)));

    [Theory]
    [InlineData("page.html", "<!doctype html><title>Ferry</title><h1>Ferry times</h1><p>The ferry leaves at noon.<ul><li>It takes 40 cars.</ul>")]
    [InlineData("notes.txt", "Ferry times\n\nThe ferry leaves at noon.\n\n- It takes 40 cars.")]
    [InlineData("../../etc/it's \"odd\" – ünï çøde 文書.txt", "The ferry leaves at noon.")]
    [InlineData("NO ENDING", "The ferry leaves at noon.")]
    public async Task A_file_becomes_ready_whatever_its_name(string name, string text)
    {
        var row = await stack.Documents.ReadAsync(name, text);
        await ShouldBeWholeAsync(row);
        row.Document.Key.ShouldBe(name);
        (await stack.Documents.TextAsync(row)).Text.ShouldContain("The ferry leaves at noon.");
    }

    [Fact]
    public async Task A_document_in_an_S3_store_becomes_ready()
    {
        var server = await S3Server.SharedOrSkipAsync();
        await using var own = await Stack.PrepareAsync(store: server.ConnectionString);
        await own.StartWorkerAsync();
        var row = await own.Documents.ReadAsync("folder/a name.txt", "The ferry leaves at noon.");
        (row.Document.Status, row.Revision?.Chunks).ShouldBe((DocumentStatus.Ready, 1));
    }

    private async Task ShouldBeWholeAsync(DocumentRow row)
    {
        row.Document.Status.ShouldBe(DocumentStatus.Ready, row.Document.FailureMessage);
        row.Revision!.ChunkedCharacters.ShouldBe(row.Revision.ExtractedCharacters);
        row.Revision.ExtractedCharacters.ShouldBeGreaterThan(0);
        var text = (await stack.Documents.TextAsync(row)).Text;
        var chunks = await stack.Documents.ChunksAsync(row);
        chunks.Count.ShouldBe(row.Revision.Chunks);
        chunks.Select(chunk => NonSpace.Count(text.AsSpan(chunk.Start, chunk.End - chunk.Start))).ShouldBe(chunks.Select(chunk => chunk.Characters));
        chunks.Zip(chunks.Skip(1)).ShouldAllBe(pair => pair.First.End <= pair.Second.Start);
    }
}
