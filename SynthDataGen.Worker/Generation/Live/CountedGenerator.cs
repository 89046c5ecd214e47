using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Telemetry;

namespace SynthDataGen.Worker.Generation.Live;

/// <summary>Asks a generator about one context and counts the calls: each but the first is one that was made again.</summary>
internal sealed class CountedGenerator(IPairGenerator asked, string generator, CallCount count) : IPairGenerator
{
    private int calls;

    public async Task<GeneratorReply> AskAsync(GenerationRequest request, CancellationToken cancellationToken)
    {
        var again = Interlocked.Increment(ref calls) > 1;
        count.Begin(again);
        Instruments.Begin(generator, again);
        try
        {
            return await asked.AskAsync(request, cancellationToken);
        }
        finally
        {
            count.End();
            Instruments.End(generator);
        }
    }
}
