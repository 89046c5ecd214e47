using SynthDataGen.Client;
using SynthDataGen.Client.Generation;
using SynthDataGen.Testing;

namespace SynthDataGen.Api.Tests.Generation;

public sealed class GeneratorTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private GenerationClient Generation => api.Workspace.Generation;

    [Fact]
    public async Task A_generator_of_the_configuration_is_there_from_the_start()
    {
        var generators = await Generation.ListGeneratorsAsync(Token);
        var configured = generators.Items.Single(g => g.Name == "local");
        (configured.Endpoint, configured.Model, configured.HasApiKey).ShouldBe(("http://127.0.0.1:9/v1", "configured-model", true));
    }

    [Fact]
    public async Task A_key_goes_in_and_never_comes_out()
    {
        await Generation.CreateGeneratorAsync(new("keyed", "https://models.example/v1", "m") { ApiKey = "sk-very-secret" }, Token);
        using var http = api.CreateClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", api.Credentials.ApiKey);
        var json = await http.GetStringAsync(new Uri("/api/v1/workspaces/default/generators", UriKind.Relative), Token);
        json.ShouldContain("keyed");
        json.ShouldNotContain("sk-very-secret");
    }

    [Fact]
    public async Task A_changed_address_forgets_the_key()
    {
        var generator = await Generation.CreateGeneratorAsync(new("moved", "https://models.example/v1", "m") { ApiKey = "sk-1" }, Token);
        var moved = await Generation.UpdateGeneratorAsync(generator.Id, new("moved", "https://elsewhere.example/v1", "m"), Token);
        moved.HasApiKey.ShouldBeFalse();
    }

    [Fact]
    public async Task A_new_generator_counts_tokens_as_we_estimate_them()
    {
        var generator = await Generation.CreateGeneratorAsync(new("uncalibrated", "https://models.example/v1", "m"), Token);
        (generator.TokensPerEstimated, generator.CalibrationCalls).ShouldBe((1, 0));
    }

    [Fact]
    public async Task The_built_in_generator_stays()
    {
        var builtIn = (await Generation.ListGeneratorsAsync(Token)).Items.Single(g => g.Name == "extractive");
        (await Should.ThrowAsync<SynthDataGenException>(() => Generation.DeleteGeneratorAsync(builtIn.Id, Token))).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("ftp://models.example")]
    [InlineData("models")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://someone:secret@models.example/v1")]
    public async Task An_endpoint_must_be_a_web_address_without_a_password(string endpoint)
    {
        var refused = await Should.ThrowAsync<SynthDataGenException>(() => Generation.CreateGeneratorAsync(new("bad", endpoint, "m"), Token));
        refused.Code.ShouldBe("bad-endpoint");
    }

    [Fact]
    public async Task A_test_call_reports_model_and_outcome()
    {
        await using var model = await FakeOpenAI.StartAsync(Token);
        model.AnswerAlways(FakeAnswer.Grounded);
        var generator = await Generation.CreateGeneratorAsync(new("tried", model.Address.ToString(), "tried-model"), Token);
        var test = await Generation.TestGeneratorAsync(generator.Id, Token);
        test.Ok.ShouldBeTrue(test.Message);
        test.Model.ShouldBe("tried-model");
    }

    [Fact]
    public async Task A_test_call_learns_anew_which_response_format_is_taken_until_the_address_changes()
    {
        await using var model = await FakeOpenAI.StartAsync(Token);
        model.AnswerAlways(FakeAnswer.Refusing(FakeAnswer.Grounded, "json_schema"));
        var generator = await Generation.CreateGeneratorAsync(new("lenient", model.Address.ToString(), "m"), Token);

        var lenient = await Generation.TestGeneratorAsync(generator.Id, Token);
        (lenient.ResponseFormat, (await FindAsync(generator.Id)).ResponseFormat).ShouldBe(("json", "json"));
        lenient.Message.ShouldContain("no JSON schema");
        model.AnswerAlways(FakeAnswer.Grounded);
        (await Generation.TestGeneratorAsync(generator.Id, Token)).ResponseFormat.ShouldBe("schema");

        await Generation.UpdateGeneratorAsync(generator.Id, new("lenient", "https://elsewhere.example/v1", "m"), Token);
        (await FindAsync(generator.Id)).ResponseFormat.ShouldBeNull();
    }

    [Fact]
    public async Task A_test_call_to_nowhere_says_so()
    {
        var generator = await Generation.CreateGeneratorAsync(new("nowhere", $"http://127.0.0.1:{FreePort.Take()}/v1", "m"), Token);
        var test = await Generation.TestGeneratorAsync(generator.Id, Token);
        test.Ok.ShouldBeFalse();
        test.Message.ShouldNotBeEmpty();
    }

    private async Task<Generator> FindAsync(Guid id) => (await Generation.ListGeneratorsAsync(Token)).Items.Single(g => g.Id == id);
}
