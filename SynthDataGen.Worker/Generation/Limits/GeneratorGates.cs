using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using SynthDataGen.Core.Data.Generation.Limits;
using SynthDataGen.Core.Generation;

namespace SynthDataGen.Worker.Generation.Limits;

/// <summary>This worker's gates to the generators, each kept in step with those of the other workers while it is in use.</summary>
internal sealed class GeneratorGates(
    LimitRecords records, IOptions<GenerationOptions> options, TimeProvider time, ILogger<LimitExchange> logger) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Guid, LimitExchange> exchanges = new();
    private readonly Guid worker = Guid.CreateVersion7();

    public GeneratorGate Of(Generator generator) => exchanges.GetOrAdd(generator.Id, Exchange).Gate;

    /// <summary>Waits until the last slots are given back, so that others needn't wait for them to expire.</summary>
    public async ValueTask DisposeAsync() => await Task.WhenAll(exchanges.Values.Select(exchange => exchange.StopAsync()));

    private LimitExchange Exchange(Guid generatorId) => new(
        report => records.ExchangeAsync(generatorId, worker, report, CancellationToken.None), options.Value.CircuitFailures, time, logger);
}
