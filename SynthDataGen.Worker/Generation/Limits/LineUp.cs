using Microsoft.Extensions.Options;
using Polly;
using SynthDataGen.Core.Data.Generation.Limits;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Chat;

namespace SynthDataGen.Worker.Generation.Limits;

/// <summary>Makes generators whose calls stand in line, and mind their run's budget. The built-in one has no endpoint that could be asked too much.</summary>
internal sealed class LineUp(
    PairGenerators generators, GeneratorKeys keys, GeneratorGates gates, RunBudgets budgets, IServiceProvider services)
{
    private readonly ResiliencePipeline retries =
        Retries.Pipeline(services.GetRequiredService<IOptions<GenerationOptions>>().Value, services.GetRequiredService<TimeProvider>());

    /// <exception cref="GeneratorException">The generator's address or key cannot be used.</exception>
    public IPairGenerator For(Generator generator, Run run)
    {
        var asked = generators.For(generator, keys.Of(generator));
        if (generator.Endpoint is null)
        {
            return asked;
        }

        var within = run.Budget is null ? asked
            : new BudgetedGenerator(asked, generator, run.Id, budgets, services.GetRequiredService<ILogger<BudgetedGenerator>>());
        return new LimitedGenerator(within, generator, gates.Of(generator), retries);
    }
}
