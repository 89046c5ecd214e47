namespace SynthDataGen.Core.Generation.Asking;

/// <summary>Keeps answered calls, so that none is paid for twice: the caller's side of <see cref="PairMaker"/>.</summary>
public interface ICallMemory
{
    /// <summary>The answer that was kept for this request, or null.</summary>
    Task<GeneratorReply?> RecallAsync(string requestHash, CancellationToken cancellationToken);

    /// <summary>Keeps an answer before anybody reads it. When this returns, a crash can no longer lose it.</summary>
    Task KeepAsync(string requestHash, GeneratorReply reply, CancellationToken cancellationToken);
}
