using Polly;
using SynthDataGen.Core.Generation;

namespace SynthDataGen.Worker.Generation.Limits;

/// <summary>
/// Asks a generator when it is this call's turn, and again later where the fault is the endpoint's. While it waits it holds no slot.
/// Before a failure would keep all calls from the endpoint, a control call tells whether it fails at all calls, or at this one.
/// </summary>
internal sealed class LimitedGenerator(IPairGenerator asked, Generator generator, GeneratorGate gate, ResiliencePipeline retries) : IPairGenerator
{
    /// <summary>As small as a call can be, and nothing of anybody's documents.</summary>
    private static readonly GenerationRequest Control = new("The office opens at nine.", [], "sample", new(), 1);

    public async Task<GeneratorReply> AskAsync(GenerationRequest request, CancellationToken cancellationToken)
    {
        var (input, output) = CallEstimate.Of(generator, request);
        var failsAlone = false;
        return await retries.ExecuteAsync(
            async token =>
            {
                using var slot = await gate.EnterAsync(input + output, token);
                try
                {
                    slot.Reply = await asked.AskAsync(request, token);
                    return slot.Reply;
                }
                catch (GeneratorException e)
                {
                    failsAlone = e.IsBreakdown && (failsAlone || await AnswersControlAsync(token));
                    slot.Failure = failsAlone ? Alone(e) : e;
                    throw slot.Failure;
                }
            },
            cancellationToken);
    }

    /// <summary>Whether the endpoint answers another call at this moment; false where nobody needs to know yet. The call's slot is still held.</summary>
    private async Task<bool> AnswersControlAsync(CancellationToken cancellationToken)
    {
        if (!gate.BeginControl())
        {
            return false;
        }

        try
        {
            await asked.AskAsync(Control, cancellationToken);
            return true;
        }
        catch (GeneratorException)
        {
            return false; // It fails at all calls, which the failure at hand says well enough.
        }
        finally
        {
            gate.EndControl();
        }
    }

    private static GeneratorException Alone(GeneratorException failure) => new(
        GeneratorException.EndpointError,
        $"{failure.Message.TrimEnd('.')}. It answered another call meanwhile, so it is this context that it fails at: look at its text, or make contexts smaller.",
        failure.RawReply,
        failure)
    {
        RetryAfter = failure.RetryAfter,
    };
}
