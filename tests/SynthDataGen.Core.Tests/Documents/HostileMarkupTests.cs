using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Tests.Documents;

/// <summary>Files that cost parsers quadratic time or fill the memory: each is read or refused with its code, soon after its time is up.</summary>
public sealed class HostileMarkupTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TestFiles files = new();

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData("open.md", "[", 10_000_000)]
    [InlineData("links.md", "[a](", 2_500_000)]
    [InlineData("images.md", "![", 5_000_000)]
    [InlineData("quotes.md", "> ", 5_000_000)]
    [InlineData("emphasis.md", "*_", 5_000_000)]
    [InlineData("closers.md", "a* b_ ", 1_500_000)]
    [InlineData("notes.md", "[^a]", 2_500_000)]
    [InlineData("cells.md", "|", 5_000_000)]
    [InlineData("rows.md", "a|b\n-|-\n", 500_000)]
    [InlineData("lines.md", "word\n", 2_000_000)]
    [InlineData("definitions.md", "[a]: b\n", 500_000)]
    [InlineData("angles.md", "<", 10_000_000)]
    [InlineData("code.md", "` `` ``` ", 1_000_000)]
    [InlineData("html.md", "<div>", 500_000)]
    [InlineData("deep.html", "<div>", 2_000_000)]
    [InlineData("items.html", "<ul><li>x", 200_000)]
    [InlineData("paragraphs.html", "<p>x", 3_000_000)]
    [InlineData("formats.html", "<b><i><p>", 200_000)]
    [InlineData("tables.html", "<table><tr><td>", 30_000)]
    [InlineData("selects.html", "<table><tr><td><select><option>x", 100_000)]
    [InlineData("spans.html", "<table><tr><td rowspan=50 colspan=50>a long word", 3_000)]
    [InlineData("wide.html", "<tr><td rowspan=50 colspan=50>x<td rowspan=50 colspan=50>x", 3_000)]
    [InlineData("fields.csv", ",", 20_000_000)]
    [InlineData("quotes.csv", "\"a", 5_000_000)]
    [InlineData("doubled.csv", "\"\"", 5_000_000)]
    public async Task Repeated_signs_are_read_or_refused_in_time(string name, string sign, int times)
    {
        var start = name == "wide.html" ? "<table>" : "";
        var path = files.Write(name, start + string.Concat(Enumerable.Repeat(sign, times)));

        var reading = TestFiles.Reader(("Timeout", "00:00:02")).ReadAsync(new DocumentFile(path, name, "", 0), TestContext.Current.CancellationToken);

        try
        {
            (await reading.WaitAsync(Patience, TestContext.Current.CancellationToken)).Blocks.ShouldNotBeEmpty();
        }
        catch (ExtractionException failure)
        {
            failure.Code.ShouldBeOneOf(DocumentFailure.TooLarge, DocumentFailure.TimedOut, DocumentFailure.Damaged, DocumentFailure.NoText);
        }
    }

    [Fact]
    public async Task A_line_beyond_the_limit_is_refused_unread()
    {
        var path = files.Write("line.csv", new string('a', 5_000));

        var failure = await Should.ThrowAsync<ExtractionException>(() =>
            TestFiles.Reader(("MaxCharacters", "1000")).ReadAsync(new DocumentFile(path, "line.csv", "", 0), TestContext.Current.CancellationToken));

        failure.Code.ShouldBe(DocumentFailure.TooLarge);
    }
}
