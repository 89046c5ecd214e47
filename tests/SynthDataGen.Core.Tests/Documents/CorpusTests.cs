using System.Text.RegularExpressions;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Tests.Documents;

/// <summary>Results on third-party files, which are stored next to the repository.</summary>
public sealed partial class CorpusTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_file_becomes_chunks_or_a_coded_failure()
    {
        var corpus = TestFiles.FromCorpus(".", "");
        foreach (var path in Directory.EnumerateFiles(corpus, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith(".md", StringComparison.Ordinal)))
        {
            try
            {
                var text = TextComposer.Compose(await TestFiles.ReadAsync(path));
                var chunks = Chunker.Split(text, new ChunkOptions());
                Coverage.Chunked(text.Text, chunks).Sum().ShouldBe(NonSpace.Count(text.Text), path);
            }
            catch (ExtractionException failure)
            {
                output.WriteLine($"{Path.GetFileName(path)}: {failure.Code}");
                Path.GetFileName(path).ShouldBeOneOf("encrypted-needs-password.pdf", "truncated.pdf");
            }
        }
    }

    [Theory]
    [InlineData("encrypted-needs-password.pdf", DocumentFailure.Encrypted)]
    [InlineData("truncated.pdf", DocumentFailure.Damaged)]
    public async Task A_broken_pdf_fails_with_its_code(string name, string code)
    {
        var path = TestFiles.FromCorpus("pdf", name);

        var failure = await Should.ThrowAsync<ExtractionException>(() => TestFiles.ReadAsync(path));

        failure.Code.ShouldBe(code);
    }

    [Fact]
    public async Task Words_of_word_files_are_found_in_order()
    {
        var folder = TestFiles.FromCorpus("docx", "");
        var results = new List<(double Recall, double Order)>();
        foreach (var expected in Directory.EnumerateFiles(folder, "*.expected.md").Order(StringComparer.Ordinal))
        {
            var text = TextComposer.Compose(await TestFiles.ReadAsync(expected.Replace(".expected.md", ".docx", StringComparison.Ordinal))).Text;
            var result = WordOrder.Compare(Words(await File.ReadAllTextAsync(expected, TestContext.Current.CancellationToken)), Words(text));
            output.WriteLine($"{Path.GetFileName(expected),-50} recall {result.Recall:F3} order {result.Order:F3}");
            results.Add(result);
        }

        results.Min(result => result.Recall).ShouldBeGreaterThanOrEqualTo(0.99);
        results.Select(result => result.Order).Order().ElementAt(results.Count / 2).ShouldBeGreaterThanOrEqualTo(0.97);
        results.Min(result => result.Order).ShouldBeGreaterThanOrEqualTo(0.9);
    }

    [Fact]
    public async Task Every_character_is_in_the_text_or_counted_as_left_out()
    {
        output.WriteLine($"{"file",-28} {"poppler",8} {"text",8} {"missing",8} {"extra",6}  left out");
        foreach (var path in Directory.EnumerateFiles(TestFiles.FromCorpus("pdf", ""), "*.pdf").Where(IsWhole).Order(StringComparer.Ordinal))
        {
            var extraction = await TestFiles.ReadAsync(path);
            var seen = PdfCharacters.Seen(await PopplerWords.ReadAsync(path));
            var kept = PdfCharacters.Kept(extraction.Blocks);
            var (missing, extra) = (PdfCharacters.Beyond(seen, kept), PdfCharacters.Beyond(kept, seen));
            output.WriteLine(
                $"{Path.GetFileName(path),-28} {seen.Values.Sum(),8} {kept.Values.Sum(),8} {missing.Values.Sum(),8} {extra.Values.Sum(),6}  "
                + string.Join(", ", extraction.LeftOut.Select(left => $"{left.Reason} {left.Characters}")));

            extra.ShouldBeEmpty(path);
            missing.Values.Sum().ShouldBe(extraction.LeftOut.Sum(left => left.Characters), path);
        }
    }

    private static bool IsWhole(string path) => Path.GetFileName(path) is not ("encrypted-needs-password.pdf" or "truncated.pdf");

    private static List<string> Words(string markdown) =>
        [.. Word().Matches(Comment().Replace(markdown, "").Replace("\\", "", StringComparison.Ordinal)).Select(match => match.Value)];

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("<!--.*?-->", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();
}
