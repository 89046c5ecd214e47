using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace SynthDataGen.Api.Tests;

public sealed class OpenApiTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    [Theory]
    [InlineData("/api/v1/workspaces/{ws}/documents", "post")]
    [InlineData("/api/v1/workspaces/{ws}/documents/sync", "post")]
    [InlineData("/api/v1/workspaces/{ws}/documents/{id}/text", "get")]
    [InlineData("/api/v1/workspaces/{ws}/runs/{id}/cancel", "post")]
    [InlineData("/api/v1/workspaces/{ws}/pairs/{id}/decisions", "post")]
    [InlineData("/api/v1/workspaces/{ws}/review/next", "get")]
    [InlineData("/api/v1/workspaces/{ws}/export", "get")]
    [InlineData("/api/v1/workspaces/{ws}/exports", "post")]
    [InlineData("/api/v1/workspaces/{ws}/exports/{id}/download", "get")]
    [InlineData("/api/v1/workspaces/{ws}/exports/benchmarks", "post")]
    [InlineData("/api/v1/workspaces/{ws}/events", "get")]
    public async Task The_description_has_the_calls_of_the_contract(string path, string verb)
    {
        using var http = api.CreateClient();
        var description = await http.GetFromJsonAsync<JsonObject>(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken);
        description!["paths"]![path]?[verb].ShouldNotBeNull();
    }
}
