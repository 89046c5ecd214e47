using System.Collections.Concurrent;
using SynthDataGen.Core.Generation;

namespace SynthDataGen.Worker;

/// <summary>Keeps the calls that this worker has in flight to one generator within the generator's concurrency.</summary>
internal sealed class GeneratorSlots
{
    private readonly ConcurrentDictionary<(Guid Id, int Concurrency), SemaphoreSlim> slots = new();

    /// <summary>The same generator, each of its calls waiting for a free slot.</summary>
    public IPairGenerator Limit(Generator generator, IPairGenerator asked) =>
        new Limited(asked, slots.GetOrAdd((generator.Id, generator.Concurrency), key => new SemaphoreSlim(key.Concurrency)));

    private sealed class Limited(IPairGenerator asked, SemaphoreSlim slot) : IPairGenerator
    {
        public async Task<GeneratorReply> AskAsync(GenerationRequest request, CancellationToken cancellationToken)
        {
            await slot.WaitAsync(cancellationToken);
            try
            {
                return await asked.AskAsync(request, cancellationToken);
            }
            finally
            {
                slot.Release();
            }
        }
    }
}
