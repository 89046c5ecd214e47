using System.Text;
using SynthDataGen.Benchmarks.Extraction;
using SynthDataGen.Benchmarks.Measuring;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Benchmarks.Chunking;

/// <summary>Our chunks, with structure, sentences and tokens, against the splitter that most such pipelines use.</summary>
internal static class ChunkingBenchmark
{
    private const int WarmUps = 5;
    private const int LeastCharacters = 8 << 20;
    private const string Us = "ours";
    private const string FromFile = "ours, from the file on";
    private const string Langchain = "@langchain/textsplitters";

    public static async Task RunAsync(IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        Console.WriteLine("## Chunking\n");
        var path = Path.Combine(Path.GetTempPath(), $"{Path.GetRandomFileName()}.txt");
        try
        {
            var ours = new Ours();
            await File.WriteAllTextAsync(path, await TextAsync(ours, files, cancellationToken), cancellationToken);
            using var node = await ChildPeer.StartAsync(Langchain, "Run bench/fetch-peers.", "node", ChildPeer.Script("split.mjs"), Testing.Repository.Root);
            var document = await ours.ReadAsync(path, cancellationToken);
            var rounds = await Rounds.RunAsync(Contenders(ours, node, path, document), WarmUps, cancellationToken);
            Report(rounds, new FileInfo(path).Length / 1e6, Ours.Split(document).Count, node is not null);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static List<Contender> Contenders(Ours ours, ChildPeer? node, string path, DocumentText document)
    {
        List<Contender> contenders =
        [
            new(Us, (repeats, _) => Meter.MeasureAsync(repeats, () => Task.FromResult(Ours.Split(document)))),
            new(FromFile, (repeats, token) => Meter.MeasureAsync(repeats, () => ours.ReadAndSplitAsync(path, token))),
        ];
        if (node is not null)
        {
            contenders.Add(new(Langchain, (repeats, token) => node.AskAsync(path, repeats, token)));
        }
        return contenders;
    }

    /// <summary>The text of the given files, or of the PDFs found, repeated until it is large.</summary>
    private static async Task<string> TextAsync(Ours ours, IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        foreach (var path in files.Count > 0 ? files : Ours.Pdfs)
        {
            try
            {
                text.Append((await ours.ReadAsync(path, cancellationToken)).Text).Append("\n\n");
            }
            catch (ExtractionException)
            {
                // Some files of the corpus are unreadable on purpose; there are enough others.
            }
        }
        var once = text.ToString();
        while (text.Length < LeastCharacters && once.Length > 0)
        {
            text.Append(once);
        }
        return text.ToString();
    }

    private static void Report(Rounds rounds, double megabytes, int chunks, bool withPeer)
    {
        Console.WriteLine($"""

            {megabytes:F1} MB of plain text, {chunks} chunks of ours: medians of {Rounds.Measured} rounds. Ratios of processor time: medians over the rounds.

            | splitter | MB per second of processor time | MB per second of wall-clock time | speed / langchain |
            | --- | ---: | ---: | ---: |
            """);
        foreach (var name in (string[])[Us, FromFile, .. withPeer ? [Langchain] : Array.Empty<string>()])
        {
            var ratio = withPeer ? $"{rounds.Ratio(Langchain, name):F2}" : "–";
            Console.WriteLine($"| {name} | {megabytes / rounds.Cpu(name).TotalSeconds:F0} | {megabytes / rounds.Wall(name).TotalSeconds:F0} | {ratio} |");
        }
        Console.WriteLine();
    }
}
