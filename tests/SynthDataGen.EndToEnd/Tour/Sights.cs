using SynthDataGen.Client;
using SynthDataGen.Client.Export;
using SynthDataGen.Client.Generation;
using SynthDataGen.Client.Review;
using SynthDataGen.EndToEnd.Export;
using SynthDataGen.EndToEnd.Review;
using SynthDataGen.EndToEnd.Stack;

namespace SynthDataGen.EndToEnd.Tour;

/// <summary>The contents of a workspace that people have worked in.</summary>
public sealed record Sights(WorkspaceClient Workspace, Guid Document, Guid Run, Guid Recipe, Guid Export, Guid OlderExport)
{
    private const int Decided = 12;

    /// <summary>A workspace with the samples: read, run, and some pairs decided.</summary>
    public static async Task<Sights> MakeAsync(RunningStack stack, string name, CancellationToken cancellationToken)
    {
        var workspace = await stack.NewWorkspaceAsync(name, "Company handbook", cancellationToken);
        await workspace.UploadAsync(cancellationToken, TestFiles.Handbook, TestFiles.Policy, TestFiles.Guide);
        var run = await workspace.RunAsync(new NewRun(), cancellationToken);
        await DecideAsync(workspace, cancellationToken);
        var documents = (await workspace.Documents.ListAsync(cancellationToken: cancellationToken)).Items;
        var recipes = (await workspace.Generation.ListRecipesAsync(cancellationToken)).Items;
        var older = await workspace.BuildAsync(new ExportSettings { Format = "sharegpt", Filter = new PairFilter { Type = "factual" } }, cancellationToken);
        var export = await workspace.BuildAsync(new ExportSettings { Format = "sharegpt", System = "Answer from the handbook." }, cancellationToken);
        return new(workspace, documents.Single(document => document.Key == TestFiles.Handbook).Id, run.Id, recipes[0].Id, export.Id, older.Id);
    }

    private static async Task DecideAsync(WorkspaceClient workspace, CancellationToken cancellationToken)
    {
        var pairs = (await workspace.Review.NextAsync(new PairFilter { Sort = "spread" }, count: Decided, cancellationToken: cancellationToken)).Items;
        foreach (var (at, pair) in pairs.Index())
        {
            var decision = at % 4 == 3
                ? new NewDecision("reject", pair.Version) { Reason = at % 8 == 3 ? "trivial" : "unclear" }
                : new NewDecision("approve", pair.Version);
            await workspace.Review.DecideAsync(pair.Id, decision, cancellationToken);
        }
    }
}
