using System.Text.Json;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Tests.Export.Formats;

public sealed class RaftFormatTests
{
    private const string Oracle = "The notice period is three months.";

    private static readonly ExportedPair[] Asked = [.. Enumerable.Range(0, 2_000).Select(_ => SamplePairs.Plain with
    {
        Id = Guid.CreateVersion7(),
        ContextTexts = [new(0, Oracle)],
        Distractors = ["one", "two", "three", "four", "five", Oracle],
    })];

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(80, 75, 85)]
    [InlineData(100, 100, 100)]
    public async Task The_oracle_is_in_its_share_of_rows_at_any_position(int share, int least, int most)
    {
        var documents = await DocumentsAsync(Settings(share), Asked);

        documents.ShouldAllBe(shown => shown.Length == 4 && shown.Distinct().Count() == 4);
        (documents.Count(shown => shown.Contains(Oracle)) * 100.0 / Asked.Length).ShouldBeInRange(least, most);
        var places = documents.Select(shown => Array.IndexOf(shown, Oracle)).Where(place => place >= 0).ToList();
        places.GroupBy(place => place).ShouldAllBe(place => place.Count() > places.Count / 5);
    }

    [Fact]
    public async Task The_same_seed_draws_the_same_whatever_the_order_of_distractors()
    {
        var turned = Asked.Select(pair => pair with { Distractors = [.. pair.Distractors.Reverse()] }).ToArray();

        var once = await Written.AsAsync(Settings(50), Asked);
        (await Written.AsAsync(Settings(50), turned)).Bytes.ShouldBe(once.Bytes);
        (await Written.AsAsync(Settings(50) with { Seed = 1 }, Asked)).Bytes.ShouldNotBe(once.Bytes);
    }

    [Fact]
    public async Task Without_distractors_the_oracle_is_alone()
    {
        var written = await Written.AsAsync(Settings(0), [Asked[0] with { Distractors = [] }, Asked[1] with { ContextTexts = [] }]);

        var row = (await Consumer.LoadAsync("raft", written.Bytes)).ShouldHaveSingleItem();
        row.GetProperty("documents").EnumerateArray().Select(text => text.GetString()).ShouldBe([Oracle]);
        row.GetProperty("oracle").GetString().ShouldBe(Oracle);
        row.GetProperty("reasoned").GetString().ShouldBe("##begin_quote##a notice period of three months##end_quote##\n<ANSWER>: Three months.");
    }

    [Fact]
    public async Task Only_quotes_that_were_found_are_reasons()
    {
        var pair = Asked[0] with { Evidence = [new("invented", 0, 0, 1, EvidenceMatch.Missing), new("nearly three months", 40, 59, 7, EvidenceMatch.Near)] };
        var row = (await Consumer.LoadAsync("raft", (await Written.AsAsync(Settings(100), [pair])).Bytes)).ShouldHaveSingleItem();

        row.GetProperty("reasoned").GetString().ShouldBe("##begin_quote##nearly three months##end_quote##\n<ANSWER>: Three months.");
    }

    private static ExportSettings Settings(int share) => Written.Settings("raft") with { Distractors = 3, OracleShare = share };

    private static async Task<string[][]> DocumentsAsync(ExportSettings settings, ExportedPair[] pairs) =>
        [.. (await Written.AsAsync(settings, pairs)).Rows.Select(row => JsonDocument.Parse(row).RootElement.GetProperty("context").GetProperty("sentences")[0].Deserialize<string[]>()!)];
}
