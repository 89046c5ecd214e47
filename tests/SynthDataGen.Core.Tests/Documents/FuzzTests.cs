using System.IO.Compression;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Tests.Documents;

/// <summary>Files with some bytes changed, always the same ones: each is read or fails with a code, well within its time.</summary>
public sealed class FuzzTests(ITestOutputHelper output) : IDisposable
{
    private const int MutationsPerFile = 24;
    private const int MutationsPerPdf = 10;

    private readonly TestFiles files = new();

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData("sample.pdf", MutationsPerPdf)]
    [InlineData("tiny.pdf", MutationsPerPdf)]
    [InlineData("sample.docx", MutationsPerFile)]
    [InlineData("made.pptx", MutationsPerFile)]
    [InlineData("made.xlsx", MutationsPerFile)]
    [InlineData("made.epub", MutationsPerFile)]
    [InlineData("made.csv", MutationsPerFile)]
    [InlineData("sample.md", MutationsPerFile)]
    [InlineData("sample.html", MutationsPerFile)]
    [InlineData("made.txt", MutationsPerFile)]
    public async Task A_changed_file_is_read_or_fails_with_its_code(string name, int mutations)
    {
        var content = await ContentAsync(name);
        var random = new Random(name.Sum(c => c) + content.Length);
        for (var i = 0; i < mutations; i++)
        {
            await TryAsync(i + name, i % 2 == 1 && IsZipped(name) ? ChangePart(content, random) : Change(content, random));
        }
    }

    [Fact]
    public async Task Corrupted_third_party_word_files_are_read_or_fail_with_a_code()
    {
        var random = new Random(20);
        foreach (var path in Directory.EnumerateFiles(TestFiles.FromCorpus("docx", ""), "*.docx").Order(StringComparer.Ordinal))
        {
            var content = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
            await TryAsync("bytes-" + Path.GetFileName(path), Change(content, random));
            await TryAsync("part-" + Path.GetFileName(path), ChangePart(content, random));
        }
    }

    private async Task TryAsync(string name, byte[] content)
    {
        var path = files.Write(name, content);
        try
        {
            var extraction = await TestFiles.Reader(("Timeout", "00:00:10")).ReadAsync(new DocumentFile(path, name, "", 0), TestContext.Current.CancellationToken);
            TextComposer.Compose(extraction).Text.ShouldNotContain('\0');
        }
        catch (ExtractionException failure)
        {
            output.WriteLine($"{name}: {failure.Code} ({failure.InnerException?.GetType().Name})");
            failure.Code.ShouldNotBe(DocumentFailure.TimedOut);
        }
    }

    private static async Task<byte[]> ContentAsync(string name) => name switch
    {
        "sample.pdf" => await SampleAsync("employee-handbook.pdf"),
        "sample.docx" => await SampleAsync("travel-policy.docx"),
        "sample.md" => await SampleAsync("operations-guide.md"),
        "sample.html" => await SampleAsync("source/employee-handbook.html"),
        "tiny.pdf" => new TinyPdf().Page().Line(72, 72, "Title").Page().Lines(72, 100, "Some words.", "More words.").Build(),
        "made.pptx" => SlidesTests.Safety.Build(),
        "made.xlsx" => SheetsTests.Stock.Build(),
        "made.epub" => BookTests.Bees.Build(),
        "made.csv" => "Name;Size\n\"19\"\" rack\";1,5\n\nshelf;2\n"u8.ToArray(),
        _ => "Rules\n=====\n\nWear a helmet.\n\n- hammer\n1. Fetch.\n"u8.ToArray(),
    };

    private static Task<byte[]> SampleAsync(string name) => File.ReadAllBytesAsync(TestFiles.Sample(name), TestContext.Current.CancellationToken);

    private static bool IsZipped(string name) => Path.GetExtension(name) is ".docx" or ".pptx" or ".xlsx" or ".epub";

    /// <summary>Overwrites, repeats, removes and truncates.</summary>
    private static byte[] Change(byte[] content, Random random)
    {
        var changed = content.ToArray();
        for (var times = random.Next(1, 12); times > 0 && changed.Length > 0; times--)
        {
            var at = random.Next(changed.Length);
            var length = Math.Min(random.Next(1, 60), changed.Length - at);
            switch (random.Next(6))
            {
                case 0:
                    changed = [.. changed[..at], .. changed[(at + length)..]];
                    break;
                case 1:
                    changed = [.. changed[..(at + length)], .. changed[at..]];
                    break;
                case 2 when random.Next(4) == 0:
                    changed = changed[..at];
                    break;
                default:
                    changed[at] = (byte)random.Next(256);
                    break;
            }
        }

        return changed;
    }

    /// <summary>Changes one part of a zipped file from inside, so that the change gets past the archive's checksums; a tag or a figure rather than any byte.</summary>
    private static byte[] ChangePart(byte[] content, Random random)
    {
        using var bytes = new MemoryStream();
        bytes.Write(content);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.Entries[random.Next(zip.Entries.Count)];
            using var stream = entry.Open();
            var part = new byte[stream.Length];
            stream.ReadExactly(part);
            stream.SetLength(0);
            stream.Write(random.Next(2) == 0 ? Change(part, random) : ChangeFigures(part, random));
        }

        return bytes.ToArray();
    }

    private static byte[] ChangeFigures(byte[] part, Random random) =>
        [.. part.Select(b => b is >= (byte)'0' and <= (byte)'9' && random.Next(8) == 0 ? (byte)('0' + random.Next(10)) : b)];
}
