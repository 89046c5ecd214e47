using System.Diagnostics;
using System.Text.RegularExpressions;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Tests.Documents;

/// <summary>What is reached on files of others, which lie beside the repository.</summary>
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
                Coverage.Chunked(text.Text, chunks).Sum().ShouldBe(Coverage.Count(text.Text), path);
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

    [Theory]
    [InlineData("debian-policy.pdf")]
    [InlineData("developers-reference.pdf")]
    [InlineData("fhs-3.0.pdf")]
    [InlineData("two_column_paper.pdf")]
    [InlineData("2305.03393v1-pg9.pdf")]
    [InlineData("multi_page.pdf")]
    [InlineData("code_and_formula.pdf")]
    [InlineData("normal_4pages.pdf")]
    public async Task Every_letter_that_poppler_sees_is_in_the_text_or_left_out(string name)
    {
        var path = TestFiles.FromCorpus("pdf", name);
        var extraction = await TestFiles.ReadAsync(path);

        var seen = Letters(await PopplerTextAsync(path));
        var kept = Letters(TextComposer.Compose(extraction).Text);
        var lost = seen.Sum(entry => Math.Max(0, entry.Value - kept.GetValueOrDefault(entry.Key)));
        var leftOut = extraction.LeftOut.Sum(left => left.Characters);
        output.WriteLine($"{name}: {seen.Values.Sum()} letters and digits, {lost} not in the text, {leftOut} characters left out");
        lost.ShouldBeLessThanOrEqualTo(leftOut);
    }

    private static List<string> Words(string markdown) =>
        [.. Word().Matches(Comment().Replace(markdown, "").Replace("\\", "", StringComparison.Ordinal)).Select(match => match.Value)];

    private static Dictionary<char, int> Letters(string text) =>
        text.Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsLetterOrDigit).CountBy(c => c).ToDictionary();

    private static async Task<string> PopplerTextAsync(string path)
    {
        using var poppler = Process.Start(new ProcessStartInfo("pdftotext", [path, "-"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        return await poppler.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();

    [GeneratedRegex("<!--.*?-->", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Comment();
}
