using System.Text.Json;
using SynthDataGen.Client.Export;
using SynthDataGen.Client.Review;
using SynthDataGen.Testing;

namespace SynthDataGen.Client.Tests;

/// <summary>Filters and settings as addresses.</summary>
public sealed class QueryTests
{
    private static readonly PairFilter Whole = Distinct.Of<PairFilter>();

    private static readonly ExportSettings Settings = new()
    {
        Format = "raft", Filter = Whole with { Sort = null }, Split = new(70, 20, 10), Seed = -7, System = "Answer „briefly“.", Packaging = "hugging-face",
        KeepDuplicates = true, Balance = new("type", 3), Benchmarks = [new(1, 0, 0, new byte[8]), new(2, 0, 0, new byte[8])],
        Fields = [new("a:b&c", "question"), new("Antwort", "answer")], Distractors = 7, OracleShare = 20,
    };

    public static TheoryData<string> FilterProperties => [.. typeof(PairFilter).GetProperties().Select(property => property.Name)];

    public static TheoryData<string> SettingsProperties => [.. typeof(ExportSettings).GetProperties().Select(property => property.Name)];

    [Fact]
    public void A_whole_filter_survives_an_address() => PairFilter.FromQuery("/review?" + Whole.ToQuery()).ShouldBe(Whole);

    [Theory]
    [MemberData(nameof(FilterProperties))]
    public void Each_property_of_a_filter_survives_alone(string property)
    {
        var filter = Distinct.Only(Whole, property);
        filter.ShouldNotBe(new());
        filter.ToQuery().ShouldStartWith(JsonNamingPolicy.CamelCase.ConvertName(property) + "=");
        PairFilter.FromQuery("/review?" + filter.ToQuery()).ShouldBe(filter);
    }

    [Fact]
    public void An_empty_filter_has_no_query() => new PairFilter { Search = "" }.ToQuery().ShouldBe("");

    [Theory]
    [InlineData("/review")]
    [InlineData("/review?")]
    [InlineData("/review?documentId=one&minScore=many&from=yesterday&status=%20&unknown=1#status=approved")]
    public void Unreadable_parts_of_an_address_do_not_narrow(string address) => PairFilter.FromQuery(address).ShouldBe(new());

    [Fact]
    public void Names_and_spaces_are_read_as_browsers_write_them() =>
        PairFilter.FromQuery("/review?STATUS=approved&search=a+b%2Bc").ShouldBe(new() { Status = "approved", Search = "a b+c" });

    [Theory]
    [MemberData(nameof(SettingsProperties))]
    public void Each_property_of_settings_survives_alone(string property)
    {
        var settings = Distinct.Only(Settings, property);
        Json(settings).ShouldNotBe(Json(new()));
        Json(ExportSettings.FromQuery("/export?" + settings.ToQuery())).ShouldBe(Json(settings));
    }

    [Fact]
    public void Whole_settings_survive_an_address() => Json(ExportSettings.FromQuery("/export?" + Settings.ToQuery())).ShouldBe(Json(Settings));

    [Fact]
    public void Usual_settings_have_no_query() => new ExportSettings().ToQuery().ShouldBe("");

    private static string Json(ExportSettings settings) => JsonSerializer.Serialize(settings);
}
