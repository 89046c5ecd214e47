using System.Diagnostics;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Checks;
using SynthDataGen.Core.Generation.Extractive;
using SynthDataGen.Core.Generation.Replies;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Tests.Generation.Extractive;

public sealed class ExtractiveCorpusTests
{
    private const int Window = 5_000;

    [Theory]
    [InlineData("debian-policy.pdf", 100)]
    [InlineData("developers-reference.pdf", 80)]
    public async Task Pairs_of_a_real_manual_are_grounded_and_free_of_flags(string file, int atLeast)
    {
        var text = await TextOfAsync(file);

        var pairs = await WriteAsync(text);

        pairs.Count.ShouldBeGreaterThan(atLeast);
        pairs.ShouldAllBe(pair => pair.Flags.Count == 0 && pair.Evidence.All(e => e.Match == EvidenceMatch.Exact));
    }

    [Fact]
    public async Task The_same_text_gives_the_same_pairs()
    {
        var text = await TextOfAsync("developers-reference.pdf");

        var twice = (await WriteAsync(text), await WriteAsync(text));

        twice.Item1.Select(pair => pair.Draft.Question).ShouldBe(twice.Item2.Select(pair => pair.Draft.Question));
    }

    private static async Task<List<GroundedPair>> WriteAsync(string text)
    {
        var pairs = new List<GroundedPair>();
        for (var start = 0; start < text.Length; start += Window)
        {
            var end = Math.Min(text.Length, start + Window);
            var request = new GenerationRequest(text[start..end], [], "manual", new(), 4);
            var reply = await new ExtractivePairGenerator().AskAsync(request, TestContext.Current.CancellationToken);
            pairs.AddRange(PairGrounder.Write(reply, new(new(text, start, end, _ => 1)), new(CheckOptions.ForRules, request.Text), request));
        }

        return pairs;
    }

    private static async Task<string> TextOfAsync(string file)
    {
        var path = CorpusFolder() is { } corpus ? Path.Combine(corpus, "pdf", file) : null;
        Assert.SkipUnless(File.Exists(path), "The corpus is not here.");
        using var poppler = StartPoppler(path!);
        Assert.SkipUnless(poppler is not null, "Poppler is not installed.");
        return await poppler!.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private static Process? StartPoppler(string path)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("pdftotext", [path, "-"]) { RedirectStandardOutput = true, UseShellExecute = false });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static string? CorpusFolder()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "SynthDataGen.sln")))
        {
            root = root.Parent;
        }

        return root?.Parent is { } parent ? Path.Combine(parent.FullName, "shared", "corpus") : null;
    }
}
