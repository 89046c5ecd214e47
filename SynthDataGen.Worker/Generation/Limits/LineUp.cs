using Microsoft.Extensions.Options;
using Polly;
using SynthDataGen.Core.Data.Generation.Limits;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Chat;
using SynthDataGen.Worker.Generation.Live;

namespace SynthDataGen.Worker.Generation.Limits;

/// <summary>Makes generators whose calls stand in line, and mind their run's budget. The built-in one has no endpoint that could be asked too much.</summary>
internal sealed class LineUp(
    PairGenerators generators, GeneratorKeys keys, GeneratorGates gates, RunBudgets budgets, CallCounts counts, IServiceProvider services)
{
    private readonly ResiliencePipeline retries =
        Retries.Pipeline(services.GetRequiredService<IOptions<GenerationOptions>>().Value, services.GetRequiredService<TimeProvider>());

    /// <summary>How to ask about one context.</summary>
    /// <exception cref="GeneratorException">The generator's address or key cannot be used.</exception>
    public IPairGenerator For(Generator generator, Run run)
    {
        var asked = generators.For(generator, keys.Of(generator));
        if (generator.Endpoint is null)
        {
            return asked;
        }

        var counted = new CountedGenerator(asked, generator.Name, counts.Of(run));
        var within = run.Budget is null ? counted
            : (IPairGenerator)new BudgetedGenerator(counted, generator, run.Id, budgets, services.GetRequiredService<ILogger<BudgetedGenerator>>());
        return new LimitedGenerator(within, generator, gates.Of(generator), retries);
    }
}
