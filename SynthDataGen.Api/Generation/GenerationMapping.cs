using SynthDataGen.Client.Generation;
using SynthDataGen.Core.Data.Generation;
using Entities = SynthDataGen.Core.Generation;
using FailureCount = SynthDataGen.Client.Generation.FailureCount;

namespace SynthDataGen.Api.Generation;

/// <summary>Recipes, generators and runs on the wire.</summary>
internal static class GenerationMapping
{
    private const decimal PerMillion = 1_000_000;

    public static Recipe ToWire(this Entities.Recipe r) => new(r.Id, r.Name, r.Settings.ToWire(), r.GeneratorId, r.CreatedAt);

    public static Entities.RecipeSettings ToEntity(this RecipeSettings s) => new()
    {
        Types = s.Types is { Count: > 0 } types ? types : Entities.QuestionTypes.Default,
        PairsPerContext = s.PairsPerContext,
        ContextTokens = s.ContextTokens,
        Language = Blank(s.Language),
        Persona = Blank(s.Persona),
        Instructions = Blank(s.Instructions),
    };

    public static Generator ToWire(this Entities.Generator g) => new(
        g.Id, g.Name, g.Endpoint, g.Model, g.SealedApiKey is not null, g.Concurrency, g.RequestsPerMinute, g.TokensPerMinute, g.InputPrice, g.OutputPrice, g.IsDefault);

    public static Run ToWire(this RunRow row) => new(
        row.Run.Id,
        row.Run.State.ToWire(),
        SummaryOf(row) + SkippedOf(row),
        row.Run.GeneratorName,
        row.Run.Model,
        row.Recipe,
        new(row.Succeeded + row.Failed + row.Pending, row.Succeeded, row.Failed, row.Pending),
        row.Pairs,
        [.. row.Failures.Select(f => new FailureCount(f.Reason, f.Count, f.Message))],
        new(row.InputTokens, row.OutputTokens),
        row.InputPrice is null && row.OutputPrice is null
            ? null
            : ((row.InputTokens * (row.InputPrice ?? 0)) + (row.OutputTokens * (row.OutputPrice ?? 0))) / PerMillion,
        row.Run.StartedBy,
        row.Run.StartedAt,
        row.Run.FinishedAt,
        row.Skipped,
        row.Run.Budget,
        row.Run.PauseReason,
        row.Run.ResumesAt);

    private static RecipeSettings ToWire(this Entities.RecipeSettings s) =>
        new(s.Types, s.PairsPerContext, s.ContextTokens, s.Language, s.Persona, s.Instructions);

    private static string SummaryOf(RunRow row)
    {
        var total = row.Succeeded + row.Failed + row.Pending;
        return row.Run.State switch
        {
            Entities.RunState.Planned => "choosing contexts",
            Entities.RunState.Running => $"running, {row.Succeeded + row.Failed} of {total} contexts done",
            Entities.RunState.Finished when total == 0 => "finished, there was nothing to ask about",
            Entities.RunState.Finished => $"finished, {total} contexts",
            Entities.RunState.FinishedWithFailures => $"finished, {row.Failed} of {total} contexts failed",
            Entities.RunState.Cancelled => $"cancelled, {row.Pending} of {total} contexts not asked",
            Entities.RunState.OverBudget => $"over budget, {row.Pending} of {total} contexts not asked",
            _ => $"paused, {row.Succeeded + row.Failed} of {total} contexts done: {row.Run.PauseReason}",
        };
    }

    private static string SkippedOf(RunRow row) => row.Skipped switch
    {
        0 => "",
        1 => "; 1 chunk skipped as boilerplate",
        _ => $"; {row.Skipped} chunks skipped as boilerplate",
    };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
