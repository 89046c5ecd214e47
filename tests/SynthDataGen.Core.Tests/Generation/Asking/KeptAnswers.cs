using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Asking;

namespace SynthDataGen.Core.Tests.Generation.Asking;

/// <summary>Answers kept in memory.</summary>
public sealed class KeptAnswers : ICallMemory
{
    public Dictionary<string, GeneratorReply> Replies { get; } = [];

    public Task<GeneratorReply?> RecallAsync(string requestHash, CancellationToken cancellationToken) =>
        Task.FromResult(Replies.GetValueOrDefault(requestHash));

    public Task KeepAsync(string requestHash, GeneratorReply reply, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Replies.Add(requestHash, reply);
        return Task.CompletedTask;
    }
}
