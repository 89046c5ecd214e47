using Microsoft.Extensions.Options;

namespace SynthDataGen.Worker.Documents;

/// <summary>Limits how many documents this worker reads at the same time, across all jobs.</summary>
internal sealed class ReadingSlots(IOptions<WorkerOptions> options) : IDisposable
{
    private readonly SemaphoreSlim slots = new(options.Value.Documents);

    /// <summary>Does the work when a slot is free.</summary>
    public async Task UseAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        await slots.WaitAsync(cancellationToken);
        try
        {
            await work();
        }
        finally
        {
            slots.Release();
        }
    }

    public void Dispose() => slots.Dispose();
}
