using Microsoft.Extensions.Options;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Chat;
using SynthDataGen.Testing;

namespace SynthDataGen.Core.Tests.Generation.Chat;

/// <summary>What the tests of model calls share: a fake endpoint, a generator pointed at it, one request.</summary>
public abstract class ModelCalls : IAsyncLifetime
{
    protected const string Key = "sk-test-0123456789";

    protected static readonly GenerationRequest Request = new(
        "The warranty lasts for 24 months from the day of delivery. A claim must name the serial number of the device.",
        ["Handbook", "Warranty"], "handbook.pdf", new RecipeSettings(), 2);

    protected FakeOpenAI Fake { get; private set; } = null!;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Fake = await FakeOpenAI.StartAsync(Token);

    public async ValueTask DisposeAsync()
    {
        Fake.AssertNoUnexpected();
        await Fake.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected IPairGenerator Model(GenerationOptions? options = null, TimeProvider? time = null, string? key = Key) =>
        Generators(options, time).For(Generator(Fake.Address.ToString()), key);

    /// <summary>Asks, and again while the fault is the endpoint's.</summary>
    protected async Task<GeneratorReply> AskPatientlyAsync(GenerationOptions? options = null, TimeProvider? time = null)
    {
        var model = Model(options, time);
        return await Retries.Pipeline(options ?? Quick(), time ?? TimeProvider.System).ExecuteAsync(async token => await model.AskAsync(Request, token), Token);
    }

    protected static PairGenerators Generators(GenerationOptions? options = null, TimeProvider? time = null) =>
        new(new ResponseFormats(), Options.Create(options ?? Quick()), time ?? TimeProvider.System);

    protected static GenerationOptions Quick() => new()
    {
        Attempts = 3,
        Delay = TimeSpan.FromMilliseconds(1),
        MaxDelay = TimeSpan.FromSeconds(20),
        CallTimeout = TimeSpan.FromSeconds(10),
    };

    protected static Generator Generator(string endpoint) => new() { Name = "test", Endpoint = endpoint, Model = "test-model" };
}
