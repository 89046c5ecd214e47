using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Generation;

namespace SynthDataGen.Core.Data.Generation.Saving;

/// <summary>An answer that a context was given, by its generator or by the judge.</summary>
internal sealed record KeptAnswer(RunItem Item, string RequestHash, GeneratorReply Reply, bool IsJudge);

/// <summary>
/// Keeps answers, and counts their tokens, with as few commits as it takes. One that was kept before is not kept or counted again.
/// What endpoints counted, beside what we had estimated, is added up for each generator (<see cref="TokenCalibration"/>); one that has
/// another model than its run began with learns nothing, and neither does a judge.
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

        // One statement, and so one transaction. Rows are locked in the order of their ids, as whoever else saves does.
        await db.Database.ExecuteSqlAsync(
            $"""
            WITH kept AS (
                INSERT INTO model_calls (id, run_item_id, round, request_hash, content, finish_reason, estimated_tokens, input_tokens, output_tokens, model, by_judge, at)
                SELECT *, {now} FROM unnest(
                    {answers.Select(_ => Guid.CreateVersion7(now)).ToArray()}, {answers.Select(a => a.Item.Id).ToArray()},
                    {answers.Select(a => a.Item.Round).ToArray()}, {answers.Select(a => a.RequestHash).ToArray()},
                    {answers.Select(a => Storable(a.Reply.Content)).ToArray()}, {answers.Select(a => Storable(a.Reply.FinishReason)).ToArray()},
                    {answers.Select(a => a.Reply.EstimatedTokens).ToArray()}, {answers.Select(a => a.Reply.InputTokens).ToArray()}, {answers.Select(a => a.Reply.OutputTokens).ToArray()},
                    {answers.Select(a => Storable(a.Reply.Model)).ToArray()}, {answers.Select(a => a.IsJudge).ToArray()})
                ON CONFLICT (run_item_id, round, request_hash) DO NOTHING
                RETURNING run_item_id, by_judge, estimated_tokens, input_tokens, output_tokens),
            learned AS (
                UPDATE generators SET calibration_calls = calibration_calls + seen.calls,
                    estimated_tokens = generators.estimated_tokens + seen.estimated, reported_tokens = generators.reported_tokens + seen.reported
                FROM (
                    SELECT runs.generator_id, runs.model, count(*)::int AS calls, sum(kept.estimated_tokens) AS estimated, sum(kept.input_tokens) AS reported
                    FROM kept JOIN run_items ON run_items.id = kept.run_item_id JOIN runs ON runs.id = run_items.run_id
                    WHERE kept.input_tokens > 0 AND kept.estimated_tokens > 0 AND NOT kept.by_judge
                    GROUP BY runs.generator_id, runs.model) AS seen
                WHERE generators.id = seen.generator_id AND generators.model = seen.model),
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

    /// <summary>PostgreSQL keeps no NUL.</summary>
    private static string Storable(string text) => text.Replace('\0', '\uFFFD');
}
