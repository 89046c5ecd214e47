using SynthDataGen.Core.Data.Generation.Limits;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Limits;

namespace SynthDataGen.Api.Generation;

/// <summary>
/// Asks when it is this call's turn: it stands in one line with the calls of all workers, as a worker with a single call would. Where the
/// endpoint is to be left alone it says so at once, for somebody waits. Its breakdowns open no circuit: they are one person's call.
/// </summary>
internal sealed class TurnTaking(IPairGenerator asked, Generator generator, LimitRecords limits, TimeProvider time) : IPairGenerator
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Beat = SharedLimits.LeaseTime / 3;

    private readonly Guid caller = Guid.CreateVersion7();

    public async Task<GeneratorReply> AskAsync(GenerationRequest request, CancellationToken cancellationToken)
    {
        var (input, output) = CallEstimate.Of(generator, request);
        var call = new LimitReport { TokensPerCall = input + output };
        var outcome = call;
        try
        {
            await WaitAsync(call, cancellationToken);
            outcome = call with { TokenDebt = -call.TokensPerCall };
            var sentAt = time.GetTimestamp();
            try
            {
                var reply = await SendAsync(call, request, cancellationToken);
                outcome = call with { Answers = 1, Successes = 1, TokenDebt = reply.InputTokens + reply.OutputTokens - call.TokensPerCall };
                return reply;
            }
            catch (GeneratorException e) when (e.Reason == GeneratorException.RateLimited)
            {
                outcome = outcome with { Answers = 1, Refusals = 1, RetryAfter = e.RetryAfter, RefusedCallAge = time.GetElapsedTime(sentAt) };
                throw;
            }
        }
        finally
        {
            // Whoever gave up leaves the line as well.
            await limits.ExchangeAsync(generator.Id, caller, outcome, CancellationToken.None);
        }
    }

    private async Task WaitAsync(LimitReport call, CancellationToken cancellationToken)
    {
        while (true)
        {
            var grant = await ReportAsync(call with { Wanted = 1, Waiting = 1 }, cancellationToken);
            if (grant.ClosedFor is { } closed)
            {
                throw new GeneratorException(
                    GeneratorException.RateLimited, $"The endpoint failed several times in a row, or asked to be left alone, and is not called for another {Math.Ceiling(closed.TotalSeconds):0} seconds.");
            }

            if (grant is { Slots: > 0, Permits: null or > 0 })
            {
                return;
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    /// <summary>Holds the slot while the answer takes its time.</summary>
    private async Task<GeneratorReply> SendAsync(LimitReport call, GenerationRequest request, CancellationToken cancellationToken)
    {
        var answer = asked.AskAsync(request, cancellationToken);
        while (await Task.WhenAny(answer, Task.Delay(Beat, time, cancellationToken)) != answer && !cancellationToken.IsCancellationRequested)
        {
            await ReportAsync(call with { Wanted = 1, Held = 1 }, cancellationToken);
        }

        return await answer;
    }

    private async Task<LimitGrant> ReportAsync(LimitReport report, CancellationToken cancellationToken) =>
        await limits.ExchangeAsync(generator.Id, caller, report, cancellationToken) ?? throw new GeneratorException(GeneratorException.BadRequest, "The generator was taken away.");
}
