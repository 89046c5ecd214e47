using System.Diagnostics;
using SynthDataGen.Benchmarks.Measuring;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Benchmarks.Extraction;

/// <summary>PDF to chunks in our process, against bare Poppler, which we build on, and PyMuPDF.</summary>
internal static class ExtractionBenchmark
{
    private const int WarmUps = 5;
    private const string Us = "ours";
    private const string Poppler = "pdftotext";
    private const string PyMuPdf = "PyMuPDF";

    public static async Task RunAsync(IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        Console.WriteLine("## Extraction\n");
        using var python = await ChildPeer.StartAsync(PyMuPdf, "Install python3-fitz for the system's Python.", "/usr/bin/python3", ChildPeer.Script("pymupdf_text.py"));
        var ours = new Ours();
        var readable = await ReadableAsync(ours, files.Count > 0 ? files : Ours.Pdfs, cancellationToken);
        Console.WriteLine($"""

            Processor time in ms, wall-clock time in brackets: medians of {Rounds.Measured} rounds. Ratios of processor time: medians over the rounds.

            | file | pages | ours | pdftotext -bbox-layout | PyMuPDF text | ours / pdftotext | ours / PyMuPDF |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: |
            """);
        await WarmUpAsync(ours, readable, cancellationToken);
        foreach (var (path, pages) in readable)
        {
            var rounds = await Rounds.RunAsync(Contenders(ours, python, path), WarmUps, cancellationToken);
            var (theirs, ratio) = python is null ? ("–", "–") : (Cell(rounds, PyMuPdf), $"{rounds.Ratio(Us, PyMuPdf):F2}");
            Console.WriteLine(
                $"| {Path.GetFileName(path)} | {pages} | {Cell(rounds, Us)} | {Cell(rounds, Poppler)} | {theirs} | {rounds.Ratio(Us, Poppler):F2} | {ratio} |");
        }
        Console.WriteLine();
    }

    private static List<Contender> Contenders(Ours ours, ChildPeer? python, string path)
    {
        List<Contender> contenders =
        [
            new(Us, (repeats, token) => Meter.MeasureAsync(repeats, () => ours.ReadAndSplitAsync(path, token))),
            new(Poppler, (repeats, token) => Meter.MeasureChildrenAsync(repeats, () => BarePopplerAsync(path, token))),
        ];
        if (python is not null)
        {
            contenders.Add(new(PyMuPdf, (repeats, token) => python.AskAsync(path, repeats, token)));
        }
        return contenders;
    }

    /// <summary>Lets the compiler see all kinds of documents first, or the first file would pay for the others.</summary>
    private static async Task WarmUpAsync(Ours ours, IReadOnlyList<(string Path, int Pages)> readable, CancellationToken cancellationToken)
    {
        for (var i = 0; i < WarmUps; i++)
        {
            foreach (var (path, _) in readable)
            {
                await ours.ReadAndSplitAsync(path, cancellationToken);
            }
        }
    }

    /// <summary>The readable files, with their pages; the corpus has a few unreadable ones on purpose.</summary>
    private static async Task<IReadOnlyList<(string Path, int Pages)>> ReadableAsync(Ours ours, IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        var readable = new List<(string, int)>();
        foreach (var path in files)
        {
            try
            {
                readable.Add((path, (await ours.ReadAsync(path, cancellationToken)).Pages.Count));
            }
            catch (ExtractionException fault)
            {
                Console.WriteLine($"* {Path.GetFileName(path)}: SKIPPED. {fault.Message}");
            }
        }
        return readable;
    }

    private static async Task BarePopplerAsync(string path, CancellationToken cancellationToken)
    {
        using var poppler = Process.Start("pdftotext", ["-bbox-layout", path, "/dev/null"]);
        await poppler.WaitForExitAsync(cancellationToken);
    }

    private static string Cell(Rounds rounds, string name) => $"{rounds.Cpu(name).TotalMilliseconds:F1} ({rounds.Wall(name).TotalMilliseconds:F1})";
}
