using System.Collections.Concurrent;
using SynthDataGen.Core.Generation;

namespace SynthDataGen.Worker.Generation;

/// <summary>Keeps the contexts that this worker asks one generator about within the generator's concurrency.</summary>
internal sealed class GeneratorSlots
{
    private readonly ConcurrentDictionary<(Guid Id, int Concurrency), SemaphoreSlim> slots = new();

    /// <summary>Waits for a free slot; disposing gives it back.</summary>
    public async Task<IDisposable> TakeAsync(Generator generator, CancellationToken cancellationToken)
    {
        var slot = slots.GetOrAdd((generator.Id, generator.Concurrency), key => new SemaphoreSlim(key.Concurrency));
        await slot.WaitAsync(cancellationToken);
        return new Taken(slot);
    }

    private sealed class Taken(SemaphoreSlim slot) : IDisposable
    {
        public void Dispose() => slot.Release();
    }
}
