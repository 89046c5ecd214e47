using SynthDataGen.Core.Generation;

namespace SynthDataGen.Worker.Generation.Limits;

/// <summary>The right to have one call in flight. Disposing it gives it back, with what came of the call.</summary>
/// <param name="gate">Who gave it.</param>
/// <param name="startedAt">When, as a timestamp.</param>
/// <param name="reservedTokens">Tokens that are reserved for the call.</param>
internal sealed class CallSlot(GeneratorGate gate, long startedAt, double reservedTokens) : IDisposable
{
    public long StartedAt => startedAt;
    public double ReservedTokens => reservedTokens;

    /// <summary>The answer; null: there is none.</summary>
    public GeneratorReply? Reply { get; set; }

    /// <summary>Why there is none; null: the caller hung up.</summary>
    public GeneratorException? Failure { get; set; }

    public void Dispose() => gate.Return(this);
}
