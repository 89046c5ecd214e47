using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Asking;

namespace SynthDataGen.Core.Data.Generation.Saving;

/// <summary>An answer about a context, from its generator or judge, as they were when asked.</summary>
internal sealed record KeptAnswer(RunItem Item, string RequestHash, GeneratorReply Reply, Generator? Asked, bool IsJudge);

/// <summary>
/// Keeps answers and counts their tokens, with as few commits as possible. An answer is kept and counted only once.
/// For each generator it adds up the tokens that endpoints counted and those we estimated (<see cref="TokenCalibration"/>), and the response
/// format that they accepted is remembered; a generator whose model or endpoint has changed since learns nothing.
/// </summary>
public sealed class AnswerSaving
{
    private const int Most = 500;

    private readonly GroupCommit<KeptAnswer> group;
    private readonly IDbContextFactory<SynthDataGenDb> factory;
    private readonly TimeProvider time;

    public AnswerSaving(IDbContextFactory<SynthDataGenDb> factory, TimeProvider time)
    {
        (this.factory, this.time) = (factory, time);
        group = new(SaveAsync, Most);
    }

    internal Task KeepAsync(KeptAnswer answer) => group.SaveAsync(answer);

    private async Task SaveAsync(IReadOnlyList<KeptAnswer> answers)
    {
        var now = time.GetUtcNow();
        await using var db = await factory.CreateDbContextAsync();

        // One statement, and so one transaction. Rows are locked in the order of their ids, as everywhere.
        await db.Database.ExecuteSqlAsync(
            $"""
            WITH answers AS (
                SELECT * FROM unnest(
                    {answers.Select(_ => Guid.CreateVersion7(now)).ToArray()}, {answers.Select(a => a.Item.Id).ToArray()},
                    {answers.Select(a => a.Item.Round).ToArray()}, {answers.Select(a => a.RequestHash).ToArray()},
                    {answers.Select(a => Storable(a.Reply.Content)).ToArray()}, {answers.Select(a => Storable(a.Reply.FinishReason)).ToArray()},
                    {answers.Select(a => a.Reply.EstimatedTokens).ToArray()}, {answers.Select(a => a.Reply.InputTokens).ToArray()}, {answers.Select(a => a.Reply.OutputTokens).ToArray()},
                    {answers.Select(a => Storable(a.Reply.Model)).ToArray()}, {answers.Select(a => a.IsJudge).ToArray()},
                    {answers.Select(a => a.Asked?.Id).ToArray()}, {answers.Select(a => a.Asked?.Model).ToArray()},
                    {answers.Select(a => a.Asked?.Endpoint).ToArray()}, {answers.Select(a => a.Reply.Format?.ToString()).ToArray()})
                AS answers (id, run_item_id, round, request_hash, content, finish_reason, estimated_tokens, input_tokens, output_tokens, model, by_judge,
                    generator_id, generator_model, endpoint, response_format)),
            kept AS (
                INSERT INTO model_calls (id, run_item_id, round, request_hash, content, finish_reason, estimated_tokens, input_tokens, output_tokens, model, by_judge, at)
                SELECT id, run_item_id, round, request_hash, content, finish_reason, estimated_tokens, input_tokens, output_tokens, model, by_judge, {now} FROM answers
                ON CONFLICT (run_item_id, round, request_hash) DO NOTHING
                RETURNING id, run_item_id, by_judge, input_tokens, output_tokens),
            learned AS (
                UPDATE generators SET calibration_calls = calibration_calls + seen.calls, response_format = coalesce(seen.format, response_format),
                    estimated_tokens = generators.estimated_tokens + seen.estimated, reported_tokens = generators.reported_tokens + seen.reported
                FROM (
                    SELECT generator_id, generator_model, endpoint, max(response_format) AS format, count(*) FILTER (WHERE counted)::int AS calls,
                        coalesce(sum(estimated_tokens) FILTER (WHERE counted), 0) AS estimated, coalesce(sum(input_tokens) FILTER (WHERE counted), 0) AS reported
                    FROM (SELECT *, input_tokens > 0 AND estimated_tokens > 0 AS counted FROM answers WHERE id IN (SELECT id FROM kept)) AS new
                    GROUP BY generator_id, generator_model, endpoint) AS seen
                WHERE generators.id = seen.generator_id AND generators.model = seen.generator_model AND generators.endpoint = seen.endpoint
                    AND (seen.calls > 0 OR seen.format IS DISTINCT FROM response_format)),
            sums AS (
                SELECT run_item_id,
                    coalesce(sum(input_tokens) FILTER (WHERE NOT by_judge), 0) AS input, coalesce(sum(output_tokens) FILTER (WHERE NOT by_judge), 0) AS output,
                    coalesce(sum(input_tokens) FILTER (WHERE by_judge), 0) AS judge_input, coalesce(sum(output_tokens) FILTER (WHERE by_judge), 0) AS judge_output
                FROM kept GROUP BY run_item_id ORDER BY run_item_id)
            UPDATE run_items SET input_tokens = input_tokens + sums.input, output_tokens = output_tokens + sums.output,
                judge_input_tokens = judge_input_tokens + sums.judge_input, judge_output_tokens = judge_output_tokens + sums.judge_output
            FROM sums WHERE run_items.id = sums.run_item_id
            """);
    }

    /// <summary>PostgreSQL cannot store NUL.</summary>
    private static string Storable(string text) => text.Replace('\0', '\uFFFD');
}

/// <summary>The answers about one context. A context retried after a failure starts with none, in a new round.</summary>
internal sealed class CallMemory(AnswerSaving saving, IEnumerable<ModelCall> kept, RunItem item, Generator? asked, bool isJudge) : ICallMemory
{
    public Task<GeneratorReply?> RecallAsync(string requestHash, CancellationToken cancellationToken) => Task.FromResult(
        kept.Where(call => call.RequestHash == requestHash)
            .Select(call => new GeneratorReply(call.Content, call.FinishReason, call.InputTokens, call.OutputTokens, call.Model, call.EstimatedTokens))
            .FirstOrDefault());

    public Task KeepAsync(string requestHash, GeneratorReply reply, CancellationToken cancellationToken) =>
        saving.KeepAsync(new(item, requestHash, reply, asked, isJudge));
}
