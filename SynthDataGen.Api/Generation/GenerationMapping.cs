using SynthDataGen.Client.Generation;
using SynthDataGen.Core.Data.Generation;

namespace SynthDataGen.Api.Generation;

/// <summary>Generators and runs on the wire.</summary>
internal static class GenerationMapping
{
    public static Generator ToWire(this Core.Generation.Generator g) => new()
    {
        Id = g.Id, Name = g.Name, Endpoint = g.Endpoint, Model = g.Model, HasApiKey = g.SealedApiKey is not null,
        Concurrency = g.Concurrency, RequestsPerMinute = g.RequestsPerMinute, TokensPerMinute = g.TokensPerMinute,
        InputPrice = g.InputPrice, OutputPrice = g.OutputPrice, IsDefault = g.IsDefault,
        TokensPerEstimated = g.Calibration.TokensPerEstimated, CalibrationCalls = g.Calibration.IsKnown ? g.Calibration.Calls : 0,
        ResponseFormat = g.ResponseFormat?.ToWire(),
    };

    public static Run ToWire(this RunRow row) => new()
    {
        Id = row.Run.Id, State = row.Run.State.ToWire(), Summary = SummaryOf(row) + TotalOf(row) + SkippedOf(row) + UnjudgedOf(row),
        Generator = row.Run.GeneratorName, Model = row.Run.Model, Recipe = row.Recipe,
        Contexts = new(row.Succeeded + row.Failed + row.Pending, row.Succeeded, row.Failed, row.Pending), Pairs = row.Pairs,
        Failures = [.. row.Failures.Select(f => new FailureCount(f.Reason, f.Count, f.Message))],
        Tokens = new(row.InputTokens, row.OutputTokens), Cost = row.Cost, StartedBy = row.Run.StartedBy, StartedAt = row.Run.StartedAt,
        FinishedAt = row.Run.FinishedAt, SkippedChunks = row.Skipped, Budget = row.Run.Budget, PauseReason = row.Run.PauseReason,
        ResumesAt = row.Run.ResumesAt, Unjudged = [.. row.Unjudged.Select(f => new FailureCount(f.Reason, f.Count, f.Message))],
        InFlight = row.InFlight, Retries = row.Retries, UnjudgedPairs = row.UnjudgedPairs, ToJudge = row.ToJudge,
        MaxPairs = row.Run.MaxPairs, Exactly = row.Run.Exactly, MissingPairs = row.Missing,
    };

    /// <summary>The estimate of a plan; that of a sample is scaled up to all documents.</summary>
    public static RunEstimate ToWire(this RunPlan plan, Core.Generation.Run run, Core.Generation.Generator generator, Core.Generation.Generator? judge)
    {
        (int Tokens, int Pairs)[] contexts = [.. plan.Contexts.Select(c => (c.Span.Tokens, c.Pairs))];
        var planned = Core.Generation.RunEstimate.Of(generator, run.Recipe, contexts).Times(plan.Scale);
        var judged = judge is null ? new(0, 0, 0, 0) : Core.Generation.RunEstimate.OfJudge(judge, generator, run.Recipe, contexts).Times(plan.Scale);
        var pairs = Math.Min(planned.Pairs, run.MaxPairs ?? int.MaxValue);
        return new()
        {
            Documents = plan.Documents, Calls = planned.Calls + judged.Calls, Pairs = pairs,
            Tokens = new(planned.InputTokens + judged.InputTokens, planned.OutputTokens + judged.OutputTokens),
            Cost = Core.Generation.TokenPrices.Sum(CostOf(generator, planned), judge is null ? null : CostOf(judge, judged)),
            SkippedChunks = (int)(plan.Skipped * plan.Scale), Exact = plan.Scale == 1,
            MultiHopContexts = (int)(plan.Contexts.Count(c => c.Span.Further.Count > 0) * plan.Scale),
            TopUps = run.Exactly ? Core.Generation.Run.MaxTopUps : 0,
        };
    }

    private static decimal? CostOf(Core.Generation.Generator generator, Core.Generation.RunEstimate estimate) =>
        Core.Generation.TokenPrices.Of(generator).CostOf(estimate.InputTokens, estimate.OutputTokens);

    private static string SummaryOf(RunRow row)
    {
        var total = row.Succeeded + row.Failed + row.Pending;
        return row.Run.State switch
        {
            Core.Generation.RunState.Planned => "choosing contexts",
            Core.Generation.RunState.Running when row.ToJudge > 0 => $"judging, the pairs of {row.ToJudge} of {total} contexts left",
            Core.Generation.RunState.Running => $"running, {row.Succeeded + row.Failed} of {total} contexts done",
            Core.Generation.RunState.Finished when total == 0 => "finished, there was nothing to ask about",
            Core.Generation.RunState.Finished => $"finished, {total} contexts",
            Core.Generation.RunState.FinishedWithFailures when row.Failed == 0 => $"finished, {total} contexts",
            Core.Generation.RunState.FinishedWithFailures => $"finished, {row.Failed} of {total} contexts failed",
            Core.Generation.RunState.Cancelled => $"cancelled, {row.Pending} of {total} contexts not asked",
            Core.Generation.RunState.OverBudget => $"over budget, {row.Pending} of {total} contexts not asked",
            _ => $"paused, {row.Succeeded + row.Failed} of {total} contexts done: {row.Run.PauseReason}",
        };
    }

    /// <summary>How far a run is from its exact total, and why.</summary>
    private static string TotalOf(RunRow row) => row switch
    {
        { Run: { Exactly: false } or { State: Core.Generation.RunState.Planned } } => "",
        { Missing: 0 } => $"; all {row.Run.MaxPairs} pairs made",
        { Run: { State: Core.Generation.RunState.Running, TopUps: > 0 } } => $"; further round {row.Run.TopUps} for missing pairs",
        { Run.State: not Core.Generation.RunState.FinishedWithFailures } => "",
        _ => $"; {row.Missing} of {row.Run.MaxPairs} pairs missing: {WhyMissing(row)}",
    };

    private static string WhyMissing(RunRow row) => (row.Failed, row.Succeeded, row.Run.TopUps) switch
    {
        (0, 0, _) => "there was nothing to ask about",
        (_, 0, _) => "every context failed",
        (_, _, 0) => "the texts gave no more",
        (0, _, var rounds) => $"the texts gave no more in {Rounds(rounds)}",
        (_, _, var rounds) => $"contexts failed, and the texts gave no more in {Rounds(rounds)}",
    };

    private static string Rounds(int rounds) => rounds == 1 ? "1 further round" : $"{rounds} further rounds";

    private static string UnjudgedOf(RunRow row) => ((row.Run.State == Core.Generation.RunState.Running ? 0 : row.ToJudge) + row.Unjudged.Sum(reason => reason.Count)) switch
    {
        0 => "",
        1 => "; the pairs of 1 context not judged",
        var contexts => $"; the pairs of {contexts} contexts not judged",
    };

    private static string SkippedOf(RunRow row) => row.Skipped switch
    {
        0 => "",
        1 => "; 1 chunk skipped as boilerplate",
        _ => $"; {row.Skipped} chunks skipped as boilerplate",
    };
}
