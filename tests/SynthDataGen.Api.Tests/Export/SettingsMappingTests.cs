using System.Text;
using System.Text.Json;
using SynthDataGen.Client.Export;

namespace SynthDataGen.Api.Tests.Export;

public sealed class SettingsMappingTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    /// <summary>A property that is added has to be set here, and then comes back only if it is mapped both ways.</summary>
    [Fact]
    public async Task No_property_of_settings_is_lost()
    {
        var token = TestContext.Current.CancellationToken;
        var benchmark = await api.Workspace.Export.UploadBenchmarkAsync("b.txt", new MemoryStream(Encoding.UTF8.GetBytes("One line of text.")), token);
        var settings = new ExportSettings
        {
            Format = "jsonl", Filter = new() { Flag = "any" }, Split = new(70, 20, 10), Seed = 7, System = "Be brief.", Packaging = "hugging-face",
            KeepDuplicates = true, Balance = new("type", 3), Benchmarks = [benchmark.Id], Fields = [new("q", "question")], Distractors = 7, OracleShare = 20,
        };
        typeof(ExportSettings).GetProperties().Where(property => Equals(property.GetValue(settings), property.GetValue(new ExportSettings()))).ShouldBeEmpty();

        var saved = await api.Workspace.Export.SavePresetAsync(new("whole", settings), token);
        JsonSerializer.Serialize(saved.Settings).ShouldBe(JsonSerializer.Serialize(settings));
    }
}
