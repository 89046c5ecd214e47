using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;

namespace SynthDataGen.Api.Tests.Access;

/// <summary>
/// An administrator of one workspace asks for things of another by their ids. A new route with an id needs a case here.
/// The owner sends the same requests later, so that each is shown to fail for its id alone.
/// </summary>
public sealed partial class ForeignIdTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private const string Theirs = "theirs";

    /// <summary>In an order in which the owner can send them all.</summary>
    private static readonly Case[] Cases =
    [
        new("GET", "documents/{document}"),
        new("GET", "documents/{document}/text"),
        new("GET", "documents/{document}/text?revisionId={revision}"),
        new("GET", "documents/{document}/chunks"),
        new("GET", "documents/{document}/heat"),
        new("GET", "documents/{document}/original"),
        new("GET", "documents/{document}/pages/1.png"),
        new("GET", "pairs/{pair}"),
        new("GET", "pairs/{pair}/boxes"),
        new("GET", "pairs/decisions/{bulk}"),
        new("GET", "recipes/{recipe}"),
        new("GET", "runs/{failedRun}"),
        new("GET", "runs/{failedRun}/failures"),
        new("GET", "runs/{failedRun}/report"),
        new("GET", "exports/{export}"),
        new("GET", "exports/{export}/compare?with={export}") { IsState = false },
        new("GET", "exports/{export}/download") { IsState = false },
        new("GET", "exports/{export}/file?name=data.jsonl") { IsState = false },
        new("POST", "pairs/{pair}/regenerate", things => new { remark = "Shorter.", version = things.Version }),
        new("POST", "pairs/{pair}/decisions", things => new { action = "reject", version = things.Version }),
        new("POST", "pairs/{pair}/decisions", things => new { action = "edit", version = things.Version, answer = "Another one." }),
        new("POST", "pairs/{pair}/decisions", things => new { action = "undo", version = things.Version }),
        new("POST", "pairs/decisions/undo", things => new { undoToken = things["bulk"] }),
        new("POST", "runs/{failedRun}/failures/{item}/retry"),
        new("POST", "runs/{failedRun}/judge", new { generator = "local" }),
        new("POST", "runs/{failedRun}/cancel"),
        new("POST", "runs/{failedRun}/resume"),
        new("POST", "generators/{generator}/test"),
        new("POST", "members/{member}/link"),
        new("POST", "exports/{export}/cancel"),
        new("POST", "exports/{export}/retry"),
        new("POST", "documents/{document}/retry"),
        new("PUT", "recipes/{recipe}", new { name = "Changed", settings = new { } }),
        new("PUT", "generators/{generator}", new { name = "changed", endpoint = "http://127.0.0.1:9/v1", model = "m" }),
        new("PUT", "members/{member}", new { role = "editor" }),
        new("DELETE", "members/{member}"),
        new("DELETE", "keys/{key}"),
        new("DELETE", "exports/presets/{preset}"),
        new("DELETE", "exports/benchmarks/{benchmark}"),
        new("DELETE", "exports/{export}"),
        new("DELETE", "recipes/{recipe}"),
        new("DELETE", "generators/{generator}"),
        new("DELETE", "documents/{document}"),
    ];

    /// <summary>Lists that show what the cases with no address of their own would change.</summary>
    private static readonly string[] Lists = ["members", "keys", "generators", "exports/presets", "exports/benchmarks"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_route_with_an_id_has_a_case()
    {
        var endpoints = api.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.Parameters.Any(p => p.ParameterPolicies.Any(policy => policy.Content == "guid")));
        var routes = endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Single() + " " +
            endpoint.RoutePattern.RawText!.TrimEnd('/').Replace("//", "/", StringComparison.Ordinal)
                .Replace("/api/v1/workspaces/{ws}/", "", StringComparison.Ordinal).Replace("{page:int:min(1)}", "1", StringComparison.Ordinal));
        var cases = Cases.Select(one => $"{one.Method} {one.Path.Split('?')[0]}");

        routes.Select(WithoutNames).Except(cases.Select(WithoutNames), StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_id_of_another_workspace_is_not_found()
    {
        using var owner = ClientOf(api.Credentials.ApiKey);
        using var stranger = ClientOf(await AdministratorOfTheirsAsync());
        var things = new OwnedThings(api, owner);
        await things.MakeAsync();
        var before = await ReadAsync(owner, things);

        var faults = new List<string>();
        foreach (var (workspace, one) in Cases.Select(one => (Theirs, one)).Concat(Cases.Select(one => ("default", one))))
        {
            var status = await SendAsync(stranger, workspace, one, things);
            if (status != HttpStatusCode.NotFound)
            {
                faults.Add($"{one.Method} {one.Path} in the workspace {workspace} answers a stranger with {status}.");
            }
        }

        faults.AddRange((await ReadAsync(owner, things)).Except(before, StringComparer.Ordinal).Select(after => $"A stranger changed {after[..Math.Min(500, after.Length)]}"));
        foreach (var one in Cases)
        {
            var status = await SendAsync(owner, "default", one, things);
            if (status is HttpStatusCode.NotFound or >= HttpStatusCode.InternalServerError)
            {
                faults.Add($"{one.Method} {one.Path} answers its owner with {status}.");
            }
        }

        faults.ShouldBeEmpty();
    }

    /// <summary>All that the owner sees of their things.</summary>
    private static async Task<IReadOnlyList<string>> ReadAsync(HttpClient owner, OwnedThings things)
    {
        var seen = new List<string>();
        foreach (var path in Cases.Where(one => one is { Method: "GET", IsState: true }).Select(one => things.Fill(one.Path)).Concat(Lists))
        {
            using var response = await owner.GetAsync(new Uri($"/api/v1/workspaces/default/{path}", UriKind.Relative), Token);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            seen.Add($"{path}: {await response.Content.ReadAsStringAsync(Token)}");
        }

        return seen;
    }

    private static async Task<HttpStatusCode> SendAsync(HttpClient http, string workspace, Case one, OwnedThings things)
    {
        using var request = new HttpRequestMessage(new HttpMethod(one.Method), $"/api/v1/workspaces/{workspace}/{things.Fill(one.Path)}");
        request.Content = one.Body is null ? null : JsonContent.Create(one.Body(things));
        using var response = await http.SendAsync(request, Token);
        return response.StatusCode;
    }

    private async Task<string> AdministratorOfTheirsAsync()
    {
        await api.Client.Workspaces.CreateAsync(new(Theirs), Token);
        var added = await api.Client.Workspace(Theirs).Members.AddAsync(new("Mallory", "administrator"), Token);
        return (await new Client.SynthDataGenClient(api.CreateClient()).Workspaces.SignInAsync(added.Link!.Token, Token)).Token;
    }

    private HttpClient ClientOf(string token)
    {
        var http = api.CreateClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return http;
    }

    private static string WithoutNames(string route) => Name().Replace(route, "{}");

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    /// <summary>A request with ids in it.</summary>
    private sealed record Case(string Method, string Path, Func<OwnedThings, object>? Body)
    {
        public Case(string method, string path, object? body = null)
            : this(method, path, body is null ? null : new Func<OwnedThings, object>(_ => body))
        {
        }

        /// <summary>Whether what it reads stays the same as long as nobody changes anything.</summary>
        public bool IsState { get; init; } = true;
    }
}
