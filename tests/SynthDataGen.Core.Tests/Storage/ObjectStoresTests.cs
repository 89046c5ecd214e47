using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SynthDataGen.Core.Storage;

namespace SynthDataGen.Core.Tests.Storage;

public sealed class ObjectStoresTests
{
    [Theory]
    [InlineData(null, "is not set")]
    [InlineData("", "is not set")]
    [InlineData("rubbish", "is not a connection string")]
    [InlineData("Endpoint=localhost:9000;AccessKey=a;SecretKey=hush", "no http address")]
    [InlineData("Endpoint=http://localhost:9000;SecretKey=hush", "has no AccessKey")]
    public void A_wrong_setting_is_named_without_the_secret(string? connectionString, string expected)
    {
        var error = Should.Throw<StorageException>(() => ObjectStores.Open(connectionString));

        error.Message.ShouldStartWith("ConnectionStrings:minio ");
        error.Message.ShouldContain(expected);
        error.Message.ShouldNotContain("hush");
    }

    [Theory]
    [InlineData("Endpoint=http://store:9000;AccessKey=a;SecretKey=b", "S3 at http://store:9000")]
    [InlineData("Endpoint=https://user:hush@store/;AccessKey=a;SecretKey=b", "S3 at https://store")]
    [InlineData("Folder=/var/lib/documents", "folder /var/lib/documents")]
    public void An_address_names_the_place_without_secrets(string connectionString, string address)
    {
        ObjectStores.Open(connectionString).Address.ShouldBe(address);
    }

    [Fact]
    public void The_configured_store_is_served()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("ConnectionStrings:minio", "Folder=/var/lib/documents")])
            .Build();
        using var services = new ServiceCollection().AddStorage(configuration).BuildServiceProvider();

        services.GetRequiredService<IObjectStore>().ShouldBeOfType<FolderObjectStore>();
    }

    [Theory]
    [InlineData("documents", true)]
    [InlineData("my.bucket-1", true)]
    [InlineData("ab", false)]
    [InlineData("Documents", false)]
    [InlineData("../documents", false)]
    [InlineData("documents\n", false)]
    [InlineData("-documents", false)]
    public void Bucket_names_follow_the_rule(string name, bool valid)
    {
        BucketName.IsValid(name).ShouldBe(valid);
    }
}
