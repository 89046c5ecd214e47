using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Asking;
using SynthDataGen.Worker.Work;

namespace SynthDataGen.Worker.Generation;

/// <summary>Holds on to an answer until the database is there to keep it: it is paid for.</summary>
internal sealed class PatientMemory(ICallMemory memory, TimeProvider time) : ICallMemory
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public Task<GeneratorReply?> RecallAsync(string requestHash, CancellationToken cancellationToken) =>
        memory.RecallAsync(requestHash, cancellationToken);

    public async Task KeepAsync(string requestHash, GeneratorReply reply, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await memory.KeepAsync(requestHash, reply, cancellationToken);
                return;
            }
            catch (Exception e) when (TransientFaults.IsTransient(e))
            {
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }
}
