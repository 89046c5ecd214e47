using System.Text;
using SynthDataGen.Core.Documents;
using SynthDataGen.Testing;

namespace SynthDataGen.Worker.Tests.Documents;

public sealed class BadDocumentTests(Stack stack)
{
    /// <summary>A page with a square and no words.</summary>
    private const string Wordless = """
        %PDF-1.4
        1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
        2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj
        3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >> endobj
        4 0 obj << /Length 26 >> stream
        20 20 100 100 re f 0 0 m
        endstream endobj
        trailer << /Size 5 /Root 1 0 R >>
        %%EOF
        """;

    [Theory]
    [InlineData("empty.pdf", "", DocumentFailure.Empty)]
    [InlineData("not-a-zip.docx", "This only claims to be a Word file.", DocumentFailure.Damaged)]
    [InlineData("archive.zip", "PK\u0003\u0004 and so on", DocumentFailure.Unsupported)]
    [InlineData("picture.png", "\u0089PNG\r\n\u001a\n\0\0", DocumentFailure.Unsupported)]
    [InlineData("scanned.pdf", Wordless, DocumentFailure.NoText)]
    [InlineData("spaces.txt", " \n\t ", DocumentFailure.NoText)]
    public async Task A_bad_file_fails_with_its_code_and_a_sentence(string name, string content, string code)
    {
        var row = await stack.Documents.ReadAsync(name, Encoding.Latin1.GetBytes(content));
        (row.Document.Status, row.Document.FailureCode).ShouldBe((DocumentStatus.Failed, code));
        row.Document.FailureMessage!.ShouldEndWith(".");
        row.Revision.ShouldBeNull();
    }

    [Theory]
    [InlineData("encrypted-needs-password.pdf", DocumentFailure.Encrypted)]
    [InlineData("truncated.pdf", DocumentFailure.Damaged)]
    public async Task A_bad_file_of_the_corpus_fails_with_its_code(string name, string code)
    {
        Assert.SkipUnless(Directory.Exists(Repository.Corpus), "the corpus is not there");
        var row = await stack.Documents.ReadFileAsync(Path.Combine(Repository.Corpus, "pdf", name));
        (row.Document.Status, row.Document.FailureCode).ShouldBe((DocumentStatus.Failed, code));
    }

    [Fact]
    public async Task A_cut_off_file_fails_as_damaged()
    {
        var whole = await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "samples", "travel-policy.docx"), TestContext.Current.CancellationToken);
        var row = await stack.Documents.ReadAsync("cut-off.docx", whole[..(whole.Length / 2)]);
        (row.Document.Status, row.Document.FailureCode).ShouldBe((DocumentStatus.Failed, DocumentFailure.Damaged));
    }

    [Fact]
    public async Task A_mended_file_becomes_ready_under_the_same_key()
    {
        await stack.Documents.ReadAsync("mended.txt", "");
        var row = await stack.Documents.ReadAsync("mended.txt", "Now there are words in it.");
        (row.Document.Status, row.Document.FailureCode).ShouldBe((DocumentStatus.Ready, null));
    }
}
