using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using SynthDataGen.Api.Access;

namespace SynthDataGen.Api.Tests.Access;

/// <summary>Who may call what, as one list. A new endpoint belongs into it; one that says no role is for administrators.</summary>
public sealed class EndpointRolesTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private const string Expected =
        """
        reviewer
          GET    {ws}
          GET    {ws}/dashboard
          GET    {ws}/documents
          GET    {ws}/documents/{id:guid}
          GET    {ws}/documents/{id:guid}/chunks
          GET    {ws}/documents/{id:guid}/heat
          GET    {ws}/documents/{id:guid}/original
          GET    {ws}/documents/{id:guid}/pages/{page:int:min(1)}.png
          GET    {ws}/documents/{id:guid}/text
          GET    {ws}/events
          GET    {ws}/export
          GET    {ws}/exports
          GET    {ws}/exports/{id:guid}
          GET    {ws}/exports/{id:guid}/compare
          GET    {ws}/exports/{id:guid}/download
          GET    {ws}/exports/{id:guid}/file
          GET    {ws}/exports/benchmarks
          GET    {ws}/exports/presets
          GET    {ws}/generators
          GET    {ws}/keys
          GET    {ws}/members
          GET    {ws}/pairs
          GET    {ws}/pairs/{id:guid}
          GET    {ws}/pairs/{id:guid}/boxes
          GET    {ws}/pairs/count
          GET    {ws}/pairs/decisions
          GET    {ws}/pairs/decisions/{token:guid}
          GET    {ws}/recipes
          GET    {ws}/recipes/{id:guid}
          GET    {ws}/recipes/presets
          GET    {ws}/recipes/prompt
          GET    {ws}/review/agreement
          GET    {ws}/review/next
          GET    {ws}/runs
          GET    {ws}/runs/{id:guid}
          GET    {ws}/runs/{id:guid}/failures
          GET    {ws}/runs/{id:guid}/report
          GET    {ws}/stats
          POST   {ws}/exports/check
          POST   {ws}/exports/preview
          POST   {ws}/exports/seed
          POST   {ws}/keys
          POST   {ws}/members/{id:guid}/link
          POST   {ws}/pairs/{id:guid}/decisions
          POST   {ws}/pairs/decisions
          POST   {ws}/pairs/decisions/undo
          POST   {ws}/review/leases
          POST   {ws}/review/leases/renew
          POST   {ws}/review/leases/return
          DELETE {ws}/keys/{id:guid}
        editor
          POST   {ws}/documents
          POST   {ws}/documents/{id:guid}/retry
          POST   {ws}/documents/reread
          POST   {ws}/documents/sync
          POST   {ws}/exports
          POST   {ws}/exports/{id:guid}/cancel
          POST   {ws}/exports/{id:guid}/retry
          POST   {ws}/exports/benchmarks
          POST   {ws}/exports/presets
          POST   {ws}/generators
          POST   {ws}/generators/{id:guid}/test
          POST   {ws}/pairs/{id:guid}/regenerate
          POST   {ws}/recipes
          POST   {ws}/recipes/try
          POST   {ws}/runs
          POST   {ws}/runs/{id:guid}/cancel
          POST   {ws}/runs/{id:guid}/failures/{item:guid}/retry
          POST   {ws}/runs/{id:guid}/judge
          POST   {ws}/runs/{id:guid}/resume
          POST   {ws}/runs/estimate
          PUT    {ws}/generators/{id:guid}
          PUT    {ws}/recipes/{id:guid}
          DELETE {ws}/documents/{id:guid}
          DELETE {ws}/exports/benchmarks/{id:guid}
          DELETE {ws}/exports/presets/{id:guid}
          DELETE {ws}/generators/{id:guid}
          DELETE {ws}/recipes/{id:guid}
        administrator
          POST   {ws}/members
          PUT    {ws}
          PUT    {ws}/members/{id:guid}
          DELETE {ws}
          DELETE {ws}/exports/{id:guid}
          DELETE {ws}/members/{id:guid}
          POST   /api/v1/workspaces
        signed in
          GET    /api/v1/me
          GET    /api/v1/workspaces
          DELETE /api/v1/session
        anybody
          POST   /api/v1/session
        """;

    [Fact]
    public void Every_endpoint_says_who_may_call_it()
    {
        var endpoints = api.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .Select(endpoint => $"{WhoMay(endpoint)} {Line(endpoint)}");
        endpoints.Order(StringComparer.Ordinal).ShouldBe(ExpectedLines().Order(StringComparer.Ordinal));
    }

    private static string WhoMay(RouteEndpoint endpoint) => (endpoint.Metadata.GetMetadata<LeastRole>()?.Role, endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null) switch
    {
        ({ } role, true) => role.ToString().ToLowerInvariant(),
        (null, true) => "signed in",
        _ => "anybody",
    };

    private static string Line(RouteEndpoint endpoint)
    {
        var path = endpoint.RoutePattern.RawText!.TrimEnd('/').Replace("//", "/", StringComparison.Ordinal).Replace("/api/v1/workspaces/{ws}", "{ws}", StringComparison.Ordinal);
        return $"{endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Single()} {path}";
    }

    private static IEnumerable<string> ExpectedLines()
    {
        var role = "";
        foreach (var line in Expected.Split('\n'))
        {
            if (line.StartsWith(' '))
            {
                yield return $"{role} {string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))}";
            }
            else
            {
                role = line;
            }
        }
    }
}
