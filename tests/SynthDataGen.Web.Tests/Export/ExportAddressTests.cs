using System.Text.Json;
using SynthDataGen.Client.Export;
using SynthDataGen.Web.Export;

namespace SynthDataGen.Web.Tests.Export;

public sealed class ExportAddressTests
{
    public static TheoryData<ExportSettings> Settings { get; } = new(
        new ExportSettings(),
        new ExportSettings
        {
            Format = "kto",
            Filter = new()
            {
                Status = "rejected", Flag = "none", DocumentId = Guid.CreateVersion7(), RunId = Guid.CreateVersion7(), Search = "a&b=c",
                Type = "factual", Difficulty = "easy", Reviewer = "Ada", MinScore = 2, MaxScore = 4, From = DateTimeOffset.UnixEpoch,
                To = DateTimeOffset.UnixEpoch.AddDays(1), Tag = "ü ñ", ClusterId = Guid.CreateVersion7(), Stage = "second", Assignee = "me",
            },
        },
        new ExportSettings { Format = "sharegpt", Filter = null, Split = new(70, 0, 30), Seed = -7, System = "Answer „briefly“.\nAlways.", Packaging = "llama-factory" },
        new ExportSettings { Format = "jsonl", Fields = [new("a:b", "question"), new("Antwort", "answer"), new("q", "question")], Packaging = "hugging-face" },
        new ExportSettings { Format = "raft", Distractors = 7, OracleShare = 0, KeepDuplicates = true, Balance = new("type", 3) },
        new ExportSettings { Balance = new("document"), Benchmarks = [Guid.CreateVersion7(), Guid.CreateVersion7()] });

    [Theory]
    [MemberData(nameof(Settings))]
    public void Settings_survive_the_round_trip_through_the_address(ExportSettings settings) =>
        JsonSerializer.Serialize(ExportAddress.Read(ExportAddress.Of(settings))).ShouldBe(JsonSerializer.Serialize(settings));

    [Fact]
    public void Defaults_are_left_out_of_the_address() => ExportAddress.Of(new()).ShouldBe("/export");

    [Fact]
    public void A_long_system_message_stays_out_of_the_address() =>
        ExportAddress.Of(new() { Format = "sharegpt", System = new string('x', ExportAddress.MaxSystemLength + 1) }).ShouldBe("/export?format=sharegpt");

    [Theory]
    [InlineData("?format=exe&split=80-10&seed=many&benchmark=one&field=question&distractors=x")]
    [InlineData("?split=80-10-20")]
    [InlineData("?split=110-0--10&field=secrets:a&field=question:")]
    [InlineData("?most=3&keepDuplicates=yes&sort=doubt")]
    public void Invalid_values_in_an_address_become_defaults(string query) => JsonSerializer.Serialize(ExportAddress.Read("/export" + query)).ShouldBe(JsonSerializer.Serialize(new ExportSettings()));
}
