using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Asking;

namespace SynthDataGen.Core.Data.Generation;

/// <summary>The answers that one context was given. A context that is tried again after it failed starts with none: its round has changed.</summary>
internal sealed class CallMemory(IDbContextFactory<SynthDataGenDb> factory, TimeProvider time, RunItem item, Generator generator) : ICallMemory
{
    public async Task<GeneratorReply?> RecallAsync(string requestHash, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.ModelCalls.Where(c => c.RunItemId == item.Id && c.Round == item.Round && c.RequestHash == requestHash)
            .OrderBy(c => c.Id)
            .Select(c => new GeneratorReply(c.Content, c.FinishReason, c.InputTokens, c.OutputTokens, c.Model, c.EstimatedTokens))
            .FirstOrDefaultAsync(cancellationToken);
    }

    public Task KeepAsync(string requestHash, GeneratorReply reply, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                if (await db.ModelCalls.AnyAsync(c => c.RunItemId == item.Id && c.Round == item.Round && c.RequestHash == requestHash, cancellationToken))
                {
                    return; // Kept before, only the word of it was lost with the connection.
                }

                var now = time.GetUtcNow();
                db.Add(new ModelCall
                {
                    Id = Guid.CreateVersion7(now),
                    RunItemId = item.Id,
                    Round = item.Round,
                    RequestHash = requestHash,
                    Content = reply.Content.Replace('\0', '\uFFFD'), // PostgreSQL keeps no NUL.
                    FinishReason = reply.FinishReason,
                    EstimatedTokens = reply.EstimatedTokens,
                    InputTokens = reply.InputTokens,
                    OutputTokens = reply.OutputTokens,
                    Model = reply.Model,
                    At = now,
                });
                await db.SaveChangesAsync(cancellationToken);
                await db.RunItems.Where(i => i.Id == item.Id).ExecuteUpdateAsync(
                    set => set.SetProperty(i => i.InputTokens, i => i.InputTokens + reply.InputTokens)
                        .SetProperty(i => i.OutputTokens, i => i.OutputTokens + reply.OutputTokens),
                    cancellationToken);
                await CalibrateAsync(db, reply, cancellationToken);
            },
            cancellationToken);

    /// <summary>
    /// Adds what the endpoint counted, and what we had estimated, in one statement, so that many workers lose none of it. A generator
    /// that has another model by now learns nothing from the answer.
    /// </summary>
    private async Task CalibrateAsync(SynthDataGenDb db, GeneratorReply reply, CancellationToken cancellationToken)
    {
        if (reply is { InputTokens: > 0, EstimatedTokens: > 0 })
        {
            await db.Generators.Where(g => g.Id == generator.Id && g.Model == generator.Model && g.Endpoint == generator.Endpoint).ExecuteUpdateAsync(
                set => set.SetProperty(g => g.Calibration.Calls, g => g.Calibration.Calls + 1)
                    .SetProperty(g => g.Calibration.EstimatedTokens, g => g.Calibration.EstimatedTokens + reply.EstimatedTokens)
                    .SetProperty(g => g.Calibration.ReportedTokens, g => g.Calibration.ReportedTokens + reply.InputTokens),
                cancellationToken);
        }
    }
}
