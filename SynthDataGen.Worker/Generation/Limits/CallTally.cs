using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Limits;

namespace SynthDataGen.Worker.Generation.Limits;

/// <summary>Counts what came of calls since the last report.</summary>
/// <param name="time">The clock.</param>
/// <param name="manyFailures">Failures in a row after which no further call is sent before the others have heard of them.</param>
internal sealed class CallTally(TimeProvider time, int manyFailures)
{
    /// <summary>How much the last call counts in the mean.</summary>
    private const double Weight = 1.0 / 16;

    private LimitReport seen = new();
    private long? refusedCallAt;
    private double tokensPerCall;

    /// <summary>Whether the endpoint should be left alone until the others have heard of it.</summary>
    public bool IsAlarming => seen.RetryAfter is not null || seen.FailuresInARow >= manyFailures;

    /// <summary>Whether one more failure is one too many, after so many in a row that the others have heard of.</summary>
    public bool IsOneShort(int failuresBefore) => (seen.Successes > 0 ? 0 : failuresBefore) + seen.FailuresInARow + 1 >= manyFailures;

    /// <summary>Minds that a call will take so many tokens.</summary>
    public void Expect(int tokens) => tokensPerCall += (tokens - tokensPerCall) * (tokensPerCall == 0 ? 1 : Weight);

    /// <summary>Counts a call that ended.</summary>
    public void Count(CallSlot slot)
    {
        seen = seen with { TokenDebt = seen.TokenDebt + (slot.Tokens ?? 0) - slot.ReservedTokens };
        if (slot.Tokens is not null)
        {
            seen = seen with { Answers = seen.Answers + 1, Successes = seen.Successes + 1, FailuresInARow = 0, Failure = null };
        }
        else if (slot.Failure is { } failure)
        {
            seen = seen with { Answers = seen.Answers + 1 };
            CountFailure(slot, failure);
        }
    }

    /// <summary>What was counted, and begins anew.</summary>
    /// <param name="unusedTokens">Tokens of permits that go back.</param>
    public LimitReport Take(double unusedTokens)
    {
        TimeSpan? age = refusedCallAt is { } at ? time.GetElapsedTime(at) : null;
        var report = seen with { RefusedCallAge = age, TokensPerCall = tokensPerCall, TokenDebt = seen.TokenDebt - unusedTokens };
        (seen, refusedCallAt) = (new(), null);
        return report;
    }

    private void CountFailure(CallSlot slot, GeneratorException failure)
    {
        if (failure.RetryAfter is { } wait && !(wait < seen.RetryAfter))
        {
            seen = seen with { RetryAfter = wait };
        }

        if (failure.Reason == GeneratorException.RateLimited)
        {
            refusedCallAt = Math.Max(refusedCallAt ?? 0, slot.StartedAt);
            seen = seen with { Refusals = seen.Refusals + 1 };
        }
        else if (failure.IsBreakdown || failure.NeedsAPerson)
        {
            seen = seen with { FailuresInARow = seen.FailuresInARow + 1, Failure = Advise(failure) };
        }
        else
        {
            // An endpoint that says what is wrong with a call, or answers others meanwhile, is there.
            seen = seen with { Successes = seen.Successes + 1, FailuresInARow = 0, Failure = null };
        }
    }

    private static EndpointFailure Advise(GeneratorException failure) => new(
        failure.Message.TrimEnd('.') + failure.Reason switch
        {
            GeneratorException.Unauthorized => ". Enter a key that is accepted, or resume the run once the key works.",
            GeneratorException.QuotaExhausted => ". Top up the account, or choose another key, and resume the run.",
            _ => ". The run goes on by itself once calls succeed; check that the endpoint is up and its address is right.",
        },
        failure.NeedsAPerson);
}
