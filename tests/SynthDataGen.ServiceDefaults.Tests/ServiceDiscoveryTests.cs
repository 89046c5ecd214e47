using Microsoft.Extensions.DependencyInjection;

namespace SynthDataGen.ServiceDefaults.Tests;

public sealed class ServiceDiscoveryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("services:api:http:0")]
    [InlineData("services:api:https:0")]
    public async Task A_service_is_found_by_its_name(string setting)
    {
        await using var service = TestApp.Create();
        await service.StartAsync(Cancel);
        using var direct = service.CreateClient();
        await using var app = TestApp.Create((setting, direct.BaseAddress!.ToString()));
        using var client = app.Services.GetRequiredService<IHttpClientFactory>().CreateClient();

        (await client.GetStringAsync(new Uri("https+http://api/hello"), Cancel)).ShouldBe("hello");
    }
}
