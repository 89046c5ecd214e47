using Microsoft.Extensions.AI;
using SynthDataGen.Core.Generation.Telemetry;

namespace SynthDataGen.Worker.Generation.Live;

/// <summary>Counts the calls about one context: every call but the first is a retry.</summary>
internal sealed class CountedChatClient(IChatClient inner, string generator, CallCount count) : DelegatingChatClient(inner)
{
    private int calls;

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var again = Interlocked.Increment(ref calls) > 1;
        count.Begin(again);
        Instruments.Begin(generator, again);
        try
        {
            return await base.GetResponseAsync(messages, options, cancellationToken);
        }
        finally
        {
            count.End();
            Instruments.End(generator);
        }
    }
}
