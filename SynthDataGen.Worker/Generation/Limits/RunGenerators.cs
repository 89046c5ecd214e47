using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Polly;
using SynthDataGen.Core.Data.Generation.Limits;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Chat;
using SynthDataGen.Worker.Generation.Live;

namespace SynthDataGen.Worker.Generation.Limits;

/// <summary>Makes generators for runs: their calls wait for a slot, keep to the run's budget and are counted. The built-in one has no endpoint to protect.</summary>
internal sealed class RunGenerators(
    PairGenerators generators, GeneratorKeys keys, GeneratorGates gates, RunBudgets budgets, CallCounts counts, IServiceProvider services)
{
    private readonly ResiliencePipeline retries =
        Retries.Pipeline(services.GetRequiredService<IOptions<GenerationOptions>>().Value, services.GetRequiredService<TimeProvider>());

    private readonly ILogger<BudgetedChatClient> logger = services.GetRequiredService<ILogger<BudgetedChatClient>>();

    /// <summary>The generator as one context of the run asks it.</summary>
    /// <exception cref="GeneratorException">The generator's address or key can't be used.</exception>
    public IPairGenerator For(Generator generator, Run run) => generators.For(generator, keys.Of(generator), pipeline => pipeline
        .Use(inner => new LimitedChatClient(inner, gates.Of(generator), retries))
        .Use(inner => run.Budget is null ? inner : new BudgetedChatClient(inner, run.Id, budgets, logger))
        .Use(inner => new CountedChatClient(inner, generator.Name, counts.Of(run))));
}
