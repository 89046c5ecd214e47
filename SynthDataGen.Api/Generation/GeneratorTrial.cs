using SynthDataGen.Client.Generation;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Replies;
using Generator = SynthDataGen.Core.Generation.Generator;
using RecipeSettings = SynthDataGen.Core.Generation.RecipeSettings;

namespace SynthDataGen.Api.Generation;

/// <summary>Makes one small call to a generator, as a run would, and says how it went.</summary>
internal sealed class GeneratorTrial(PairGenerators generators, GeneratorKeys keys, TimeProvider time)
{
    private const string Sample =
        "A warranty claim is a written request to repair or replace a product. Claims must be sent within 30 days of delivery. "
        + "The service team answers each claim within five working days.";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public async Task<GeneratorTest> RunAsync(Generator generator, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        var began = time.GetTimestamp();
        long Elapsed() => (long)time.GetElapsedTime(began).TotalMilliseconds;
        try
        {
            var request = new GenerationRequest(Sample, ["Warranty"], "sample", new RecipeSettings(), 2);
            var reply = await generators.For(generator, keys.Of(generator)).AskAsync(request, limit.Token);
            var pairs = PairReader.Read(reply);
            return pairs.Count > 0
                ? new(true, $"It answered with {pairs.Count} usable pairs.", Elapsed(), reply.Model)
                : new(false, "It answered, but wrote no pairs. Try a larger model.", Elapsed(), reply.Model);
        }
        catch (GeneratorException e)
        {
            return new(false, e.Message, Elapsed(), null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(false, $"It did not answer within {Patience.TotalSeconds:0} seconds.", Elapsed(), null);
        }
    }
}
