using Microsoft.Extensions.AI;
using SynthDataGen.Core.Data.Generation.Limits;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Chat;
using SynthDataGen.Core.Generation.Limits;

namespace SynthDataGen.Api.Generation;

/// <summary>
/// Sends a call when it is its turn: it queues with the calls of all workers, as a worker with a single call would. If the endpoint is
/// to be left alone it says so right away, because somebody is waiting. Its failures open no circuit: they are one person's call.
/// </summary>
internal sealed class QueuedChatClient(IChatClient inner, LimitRecords limits, TimeProvider time) : DelegatingChatClient(inner)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Beat = SharedLimits.LeaseTime / 3;

    private readonly Guid caller = Guid.CreateVersion7();

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var call = CallOptions.From(options);
        var generatorId = call.Generator.Id;
        var report = new LimitReport { TokensPerCall = call.Estimate.Input + call.Estimate.Output };
        var outcome = report;
        try
        {
            await WaitAsync(generatorId, report, cancellationToken);
            outcome = report with { TokenDebt = -report.TokensPerCall };
            var sentAt = time.GetTimestamp();
            try
            {
                var response = await HoldAsync(generatorId, report, base.GetResponseAsync(messages, options, cancellationToken), cancellationToken);
                var tokens = (response.Usage?.InputTokenCount ?? 0) + (response.Usage?.OutputTokenCount ?? 0);
                outcome = report with { Answers = 1, Successes = 1, TokenDebt = tokens - report.TokensPerCall };
                return response;
            }
            catch (GeneratorException e) when (e.Reason == GeneratorException.RateLimited)
            {
                outcome = outcome with { Answers = 1, Refusals = 1, RetryAfter = e.RetryAfter, RefusedCallAge = time.GetElapsedTime(sentAt) };
                throw;
            }
        }
        finally
        {
            // A caller that gives up leaves the queue as well.
            await limits.ExchangeAsync(generatorId, caller, outcome, CancellationToken.None);
        }
    }

    private async Task WaitAsync(Guid generatorId, LimitReport call, CancellationToken cancellationToken)
    {
        while (true)
        {
            var grant = await ReportAsync(generatorId, call with { Wanted = 1, Waiting = 1 }, cancellationToken);
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

    /// <summary>Holds the slot until the answer is in.</summary>
    private async Task<ChatResponse> HoldAsync(Guid generatorId, LimitReport call, Task<ChatResponse> answer, CancellationToken cancellationToken)
    {
        while (await Task.WhenAny(answer, Task.Delay(Beat, time, cancellationToken)) != answer && !cancellationToken.IsCancellationRequested)
        {
            await ReportAsync(generatorId, call with { Wanted = 1, Held = 1 }, cancellationToken);
        }

        return await answer;
    }

    private async Task<LimitGrant> ReportAsync(Guid generatorId, LimitReport report, CancellationToken cancellationToken) =>
        await limits.ExchangeAsync(generatorId, caller, report, cancellationToken) ?? throw new GeneratorException(GeneratorException.BadRequest, "The generator was taken away.");
}
