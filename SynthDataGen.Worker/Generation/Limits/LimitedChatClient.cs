using Microsoft.Extensions.AI;
using Polly;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Chat;

namespace SynthDataGen.Worker.Generation.Limits;

/// <summary>
/// Sends a call when the gate admits it, and again later where the fault is the endpoint's. While it waits it holds no slot.
/// Before one more failure would open the circuit, a control call shows whether the endpoint fails at every call, or only at this one.
/// </summary>
internal sealed class LimitedChatClient(IChatClient inner, GeneratorGate gate, ResiliencePipeline retries) : DelegatingChatClient(inner)
{
    /// <summary>As small as a call can be, with nothing from anybody's documents.</summary>
    private static readonly GenerationRequest Control = new("The office opens at nine.", [], "sample", new(), 1);

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var call = CallOptions.From(options);
        var failsAlone = false;
        return await retries.ExecuteAsync(
            async token =>
            {
                using var slot = await gate.EnterAsync(call.Estimate.Input + call.Estimate.Output, token);
                try
                {
                    var response = await base.GetResponseAsync(messages, call, token);
                    slot.Tokens = (response.Usage?.InputTokenCount ?? 0) + (response.Usage?.OutputTokenCount ?? 0);
                    return response;
                }
                catch (GeneratorException e)
                {
                    failsAlone = e.IsBreakdown && (failsAlone || await AnswersControlAsync(call.Generator, token));
                    slot.Failure = failsAlone ? Alone(e) : e;
                    throw slot.Failure;
                }
            },
            cancellationToken);
    }

    /// <summary>Whether the endpoint answers another call right now; false where nobody needs to know yet. The call's slot is still held.</summary>
    private async Task<bool> AnswersControlAsync(Generator generator, CancellationToken cancellationToken)
    {
        if (!gate.BeginControl())
        {
            return false;
        }

        try
        {
            var control = new CallOptions(generator, Control);
            await base.GetResponseAsync(control.Messages, control, cancellationToken);
            return true;
        }
        catch (Exception e) when (e is GeneratorException or OverBudgetException)
        {
            return false; // It fails at every call, or nobody can tell: the failure at hand stands.
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
