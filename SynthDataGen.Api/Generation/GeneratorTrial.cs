using SynthDataGen.Client.Generation;
using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Replies;

namespace SynthDataGen.Api.Generation;

/// <summary>Makes one small call to a generator, as a run would that knows nothing of it yet, and says how it went.</summary>
internal sealed class GeneratorTrial(PairGenerators generators, GeneratorKeys keys, GeneratorRecords records, TimeProvider time)
{
    private const string Sample =
        "A warranty claim is a written request to repair or replace a product. Claims must be sent within 30 days of delivery. "
        + "The service team answers each claim within five working days.";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public async Task<GeneratorTest> RunAsync(Core.Generation.Generator generator, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        long Elapsed() => (long)time.GetElapsedTime(began).TotalMilliseconds;
        try
        {
            var reply = await AskAfreshAsync(generator, cancellationToken);
            var (pairs, format) = (PairParser.Read(reply), reply.Format?.ToWire());
            return pairs.Count > 0
                ? new()
                {
                    Ok = true, Message = $"It answered with {pairs.Count} usable pairs. {Explain(reply.Format)}".TrimEnd(), Milliseconds = Elapsed(),
                    Model = reply.Model, ResponseFormat = format,
                }
                : new() { Ok = false, Message = "It answered, but wrote no pairs. Try a larger model.", Milliseconds = Elapsed(), Model = reply.Model, ResponseFormat = format };
        }
        catch (GeneratorException e)
        {
            return new() { Ok = false, Message = e.Message, Milliseconds = Elapsed(), Model = null };
        }
    }

    /// <summary>What was learned of response formats may no longer hold; what this call teaches is remembered.</summary>
    private async Task<GeneratorReply> AskAfreshAsync(Core.Generation.Generator generator, CancellationToken cancellationToken)
    {
        generators.Forget(generator);
        var request = new GenerationRequest(Sample, ["Warranty"], "sample", new Core.Generation.RecipeSettings(), 2);
        var reply = await generators.For(generator, keys.Of(generator)).AskWithinAsync(Longest, request, cancellationToken);
        if (reply.Format is { } format)
        {
            await records.LearnAsync(generator, format, cancellationToken);
        }

        return reply;
    }

    private static string Explain(ResponseFormat? format) => format switch
    {
        ResponseFormat.Schema => "It holds its answers to a JSON schema.",
        ResponseFormat.Json => "It takes no JSON schema, but writes JSON.",
        ResponseFormat.Text => "It takes no response format: the prompt alone says what to write.",
        _ => "",
    };
}
