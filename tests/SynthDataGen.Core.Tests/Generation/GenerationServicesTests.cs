using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Chat;
using SynthDataGen.Core.Generation.Extractive;

namespace SynthDataGen.Core.Tests.Generation;

public sealed class GenerationServicesTests
{
    [Fact]
    public void Generators_are_read_from_the_configuration_by_name()
    {
        using var services = Services(("Generators:default:Endpoint", "http://localhost:11434/v1"), ("Generators:default:Model", "m"), ("Generators:default:ApiKey", "k"));

        var generator = services.GetRequiredService<IOptions<ConfiguredGenerators>>().Value["Default"];

        (generator.Endpoint, generator.Model, generator.ApiKey, generator.Concurrency).ShouldBe(("http://localhost:11434/v1", "m", "k", 4));
    }

    [Fact]
    public void Without_an_endpoint_the_generator_is_the_built_in_one()
    {
        using var services = Services();

        services.GetRequiredService<PairGenerators>().For(Generator(null), null).ShouldBeOfType<ExtractivePairGenerator>();
    }

    [Fact]
    public void With_an_endpoint_it_is_a_model()
    {
        using var services = Services();

        services.GetRequiredService<PairGenerators>().For(Generator("http://localhost:11434/v1"), null).ShouldBeOfType<ModelPairGenerator>();
    }

    [Fact]
    public void An_option_out_of_range_is_refused()
    {
        using var services = Services(("Generation:Attempts", "0"));

        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<GenerationOptions>>().Value);
    }

    [Fact]
    public void Defaults_are_those_documented()
    {
        using var services = Services();

        var options = services.GetRequiredService<IOptions<GenerationOptions>>().Value;

        (options.Attempts, options.CallTimeout, options.MaxDelay, options.ReaskAttempts)
            .ShouldBe((6, TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(60), 2));
    }

    [Fact]
    public void Pairs_name_the_template_they_were_made_with() =>
        (PairGenerators.TemplateOf(Generator(null), new()).Name, PairGenerators.TemplateOf(Generator("http://a/v1"), new()).Name).ShouldBe(("extractive", "grounded-pairs"));

    private static Generator Generator(string? endpoint) => new() { Name = "g", Endpoint = endpoint, Model = "m" };

    private static ServiceProvider Services(params (string Key, string Value)[] settings) => new ServiceCollection()
        .AddGeneration(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build())
        .BuildServiceProvider();
}
