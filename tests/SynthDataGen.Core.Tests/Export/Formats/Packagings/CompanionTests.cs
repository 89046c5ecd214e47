using SynthDataGen.Core.Export;
using SynthDataGen.Core.Export.Formats;
using SynthDataGen.Core.Export.Formats.Packagings;

namespace SynthDataGen.Core.Tests.Export.Formats.Packagings;

public sealed class CompanionTests
{
    [Theory]
    [InlineData("alpaca", Packaging.Files, false, "data.json")]
    [InlineData("alpaca", Packaging.Files, true, "validation.json")]
    [InlineData("alpaca", Packaging.LlamaFactory, true, "validation.jsonl")]
    [InlineData("squad", Packaging.Files, true, "validation.json")]
    [InlineData("squad", Packaging.HuggingFace, true, "data/validation-00000-of-00001.jsonl")]
    [InlineData("openai", Packaging.Files, true, "validation.jsonl")]
    [InlineData("csv", Packaging.Files, false, "data.csv")]
    public void A_file_name_has_part_and_packaging(string format, Packaging packaging, bool split, string name) => DatasetFileNames
        .Data(DatasetFormats.Find(format)!, Written.Settings(format) with { Packaging = packaging, Split = split ? new(80, 10, 10) : null }, Part.Validation)
        .ShouldBe(name);

    [Fact]
    public async Task The_sidecar_finds_a_pair_by_its_row_hash()
    {
        ExportedPair[] pairs = [SamplePairs.Plain, SamplePairs.Full with { Answer = "Other." }, SamplePairs.Nasty];
        var written = await Written.AsAsync("openai", pairs);
        using var stream = new MemoryStream();
        await using (var sidecar = new ProvenanceFile(stream))
        {
            for (var i = 0; i < pairs.Length; i++)
            {
                await sidecar.WriteAsync(written.Hashes[i]!, pairs[i], Part.Test, TestContext.Current.CancellationToken);
            }

            await sidecar.CompleteAsync(TestContext.Current.CancellationToken);
        }

        var lines = await Consumer.LoadAsync("provenance", stream.ToArray());
        lines.ToDictionary(line => line.GetProperty("row").GetString()!, line => line.GetProperty("pair").GetGuid())
            .ShouldBe(pairs.Select((pair, i) => KeyValuePair.Create(written.Hashes[i]!, pair.Id)), ignoreOrder: true);
        lines.ShouldAllBe(line => line.GetProperty("part").GetString() == "test");
        lines[2].GetProperty("document").GetString().ShouldBe(Consumer.Held(SamplePairs.Hostile));
        DatasetFormats.All.Where(format => !format.CarriesProvenance).ShouldHaveSingleItem().Name.ShouldBe("openai");
    }
}
