using SynthDataGen.Core.Data.Generation.Saving;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Asking;

namespace SynthDataGen.Core.Data.Generation;

/// <summary>The answers that one context was given. A context that is tried again after it failed starts with none: its round has changed.</summary>
internal sealed class CallMemory(AnswerSaving saving, IEnumerable<ModelCall> kept, RunItem item, Generator? asked, bool isJudge) : ICallMemory
{
    public Task<GeneratorReply?> RecallAsync(string requestHash, CancellationToken cancellationToken) => Task.FromResult(
        kept.Where(call => call.RequestHash == requestHash)
            .Select(call => new GeneratorReply(call.Content, call.FinishReason, call.InputTokens, call.OutputTokens, call.Model, call.EstimatedTokens))
            .FirstOrDefault());

    public Task KeepAsync(string requestHash, GeneratorReply reply, CancellationToken cancellationToken) =>
        saving.KeepAsync(new(item, requestHash, reply, asked, isJudge));
}
