using Microsoft.Extensions.Configuration;

namespace SynthDataGen.ServiceDefaults.Tests;

public sealed class ServiceAddressTests
{
    [Fact]
    public void A_service_is_found_by_its_name() =>
        Configure(("services:api:http:0", "http://localhost:5081")).GetServiceAddress("api").ShouldBe(new Uri("http://localhost:5081"));

    [Fact]
    public void The_encrypted_address_is_taken_first() =>
        Configure(("services:api:http:0", "http://one"), ("services:api:https:0", "https://two")).GetServiceAddress("api").ShouldBe(new Uri("https://two"));

    [Fact]
    public void A_missing_address_is_told_by_its_setting() =>
        Should.Throw<StartupException>(() => Configure().GetServiceAddress("api")).Message.ShouldContain("services__api__http__0");

    private static IConfiguration Configure(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value, StringComparer.Ordinal))
        .Build();
}
