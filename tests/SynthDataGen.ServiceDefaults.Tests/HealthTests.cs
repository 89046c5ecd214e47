using System.Net;
using SynthDataGen.Testing;

namespace SynthDataGen.ServiceDefaults.Tests;

public sealed class HealthTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_process_with_its_database_is_healthy()
    {
        var server = await PostgresServer.Shared;
        await using var app = TestApp.Create(("Database", await server.CreateDatabaseAsync(cancellationToken: Cancel)));

        (await AskAsync(app, "/health")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_process_without_its_database_is_not_healthy()
    {
        await using var app = TestApp.Create(("Database", TestApp.Nowhere));

        (await AskAsync(app, "/health")).ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task A_process_without_its_database_is_alive()
    {
        await using var app = TestApp.Create(("Database", TestApp.Nowhere));

        (await AskAsync(app, "/alive")).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> AskAsync(Microsoft.AspNetCore.Builder.WebApplication app, string path)
    {
        await app.StartAsync(Cancel);
        using var client = app.CreateClient();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        return answer.StatusCode;
    }
}
