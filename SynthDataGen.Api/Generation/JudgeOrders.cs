using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Client.Generation;
using SynthDataGen.Core.Data.Generation;

namespace SynthDataGen.Api.Generation;

/// <summary>Reads who is to judge the pairs of a run that has ended, or what is wrong with the request.</summary>
internal sealed class JudgeOrders(RunRecords runs, GeneratorRecords generators)
{
    public async Task<(Core.Generation.Generator? Judge, ProblemHttpResult? Fault)> ReadAsync(Guid workspaceId, Guid runId, JudgeRun? body, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(workspaceId, runId, cancellationToken) is not { Run: var run })
        {
            return (null, Problems.NotFound("run-not-found", $"There is no run {runId} in this workspace."));
        }

        var known = await generators.ListAsync(workspaceId, cancellationToken);
        var judge = body?.Generator is { } name ? known.SingleOrDefault(g => g.Name == name) : known.SingleOrDefault(g => g.Id == (run.JudgeGeneratorId ?? run.Recipe.JudgeGeneratorId));
        return judge switch
        {
            { Endpoint: null } or null => (null, Problems.BadRequest("no-judge", "Name a generator with a model to judge the pairs.")),
            { InputPrice: null, OutputPrice: null } when run.Budget is not null => (null, RunOrders.NoPrices(judge)),
            _ => (judge, null),
        };
    }
}
