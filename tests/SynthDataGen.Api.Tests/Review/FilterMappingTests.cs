using System.Text.Json;
using SynthDataGen.Api.Review;
using SynthDataGen.Client.Review;
using SynthDataGen.Core.Review;
using SynthDataGen.Testing;

namespace SynthDataGen.Api.Tests.Review;

/// <summary>No property of a filter is lost between the wire and the query.</summary>
public sealed class FilterMappingTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static readonly PairFilter Whole = Distinct.Of<PairFilter>() with
    {
        Status = "approved", Sort = "doubt", Type = "procedure", Difficulty = "hard", MinScore = 2, MaxScore = 4, Stage = "second",
    };

    public static TheoryData<string> Properties => [.. typeof(PairFilter).GetProperties().Select(property => property.Name)];

    [Fact]
    public void A_whole_filter_comes_back_from_the_query()
    {
        PairFilters.Read(Whole, "ada", out var query, out _).ShouldBeNull();
        (query.ToWire() with { Sort = Whole.Sort }).ShouldBe(Whole);
    }

    [Theory]
    [MemberData(nameof(Properties))]
    public void Each_property_alone_reaches_the_query(string property)
    {
        PairFilters.Read(Distinct.Only(Whole, property), "ada", out var query, out var order).ShouldBeNull();
        (query, order).ShouldNotBe((new PairQuery(), default));
    }

    [Theory]
    [MemberData(nameof(Properties))]
    public async Task A_bad_value_of_each_property_is_refused(string property)
    {
        using var http = api.CreateClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", api.Credentials.ApiKey);
        foreach (var path in new[] { "pairs", "pairs/count", "export" })
        {
            var address = $"/api/v1/workspaces/default/{path}?{JsonNamingPolicy.CamelCase.ConvertName(property)}=nul%00";
            using var response = await http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            ((int)response.StatusCode).ShouldBe(400, path);
        }
    }
}
