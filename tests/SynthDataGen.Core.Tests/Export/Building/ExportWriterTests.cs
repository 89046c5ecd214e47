using SynthDataGen.Core.Export;
using SynthDataGen.Core.Export.Building;
using SynthDataGen.Core.Export.Formats;
using SynthDataGen.Core.Export.Planning;
using SynthDataGen.Core.Tests.Export.Formats;

namespace SynthDataGen.Core.Tests.Export.Building;

public sealed class ExportWriterTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_in_two_parts_is_never_exported()
    {
        var fault = await Should.ThrowAsync<ExportException>(() => WriteAsync(new(50, 0, 50), [SamplePairs.Plain, SamplePairs.Full], new(Part.Train, null), new(Part.Test, null)));
        fault.Message.ShouldContain(SamplePairs.Plain.DocumentKey);
    }

    [Fact]
    public async Task A_part_that_the_format_cannot_fill_fails_the_export()
    {
        var silent = SamplePairs.Full with { Answer = " ", DocumentId = Guid.CreateVersion7() };
        var fault = await Should.ThrowAsync<ExportException>(() => WriteAsync(new(50, 0, 50), [SamplePairs.Plain, silent], new(Part.Train, null), new(Part.Test, null)));
        fault.Message.ShouldContain("in the test part");
    }

    [Fact]
    public Task A_missing_planned_pair_fails_the_export() =>
        Should.ThrowAsync<InvalidOperationException>(() => WriteAsync(null, [SamplePairs.Plain], new(Part.Train, null), new(Part.Train, null)));

    [Fact]
    public async Task Only_the_planned_pairs_are_written_and_counted()
    {
        var written = await WriteAsync(
            null, [SamplePairs.Plain, SamplePairs.Full, SamplePairs.Plain with { Id = Guid.CreateVersion7(), Answer = "" }], new(Part.Train, null), Placement.Out(LeaveOutReason.Balance), new(Part.Train, null));

        (written.Parts[(int)Part.Train], written.NotExpressible).ShouldBe((1, 1));
        written.Files.Select(file => (file.Name, file.Rows!.Value)).ShouldBe([("data.jsonl", 1L), ("provenance.jsonl", 1L), ("index.csv", 1L)]);
        written.Figures.Parts[Part.Train].ShouldBe(1);
    }

    private static async Task<WrittenExport> WriteAsync(Split? split, ExportedPair[] pairs, params Placement[] placements)
    {
        var settings = Written.Settings("openai") with { Split = split };
        using var folder = new BuildFolder(new() { Id = Guid.CreateVersion7(), Settings = settings, CreatedBy = "tester" });
        await using var writer = new ExportWriter(new("handbooks", DatasetFormats.Find("openai")!, settings, new ExportPlan(placements)), folder);
        foreach (var pair in pairs)
        {
            await writer.WriteAsync(pair, Token);
        }

        return await writer.CompleteAsync(Token);
    }
}
