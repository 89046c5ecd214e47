using SynthDataGen.Client;
using SynthDataGen.Client.Generation;
using SynthDataGen.Client.Review;
using SynthDataGen.Client.Workspaces;
using SynthDataGen.EndToEnd.Stack;

namespace SynthDataGen.EndToEnd.Review;

/// <summary>Workspaces with waiting pairs, and people to review them, both made through the Api.</summary>
internal static class Pairs
{
    /// <summary>A workspace with the pairs that the built-in generator writes from the samples.</summary>
    public static async Task<WorkspaceClient> WithPairsAsync(this RunningStack stack, string title, CancellationToken cancellationToken)
    {
        var workspace = await stack.NewWorkspaceAsync(title, cancellationToken);
        await workspace.UploadAsync(cancellationToken, TestFiles.Handbook, TestFiles.Policy, TestFiles.Guide);
        await workspace.RunAsync(new NewRun(), cancellationToken);
        return workspace;
    }

    /// <summary>Adds samples, and waits until they are read.</summary>
    public static async Task UploadAsync(this WorkspaceClient workspace, CancellationToken cancellationToken, params IReadOnlyList<string> samples)
    {
        foreach (var name in samples)
        {
            await using var content = File.OpenRead(TestFiles.Sample(name));
            (await workspace.Documents.UploadAsync(name, content, cancellationToken)).Failure.ShouldBeNull();
        }

        await workspace.ReadyAsync(samples, cancellationToken);
    }

    /// <summary>Waits until these documents are read.</summary>
    public static Task ReadyAsync(this WorkspaceClient workspace, IReadOnlyList<string> names, CancellationToken cancellationToken) => Until.TrueAsync(
        async () => !names.Except((await workspace.Documents.ListAsync("ready", cancellationToken: cancellationToken)).Items.Select(document => document.Key)).Any(),
        "the documents are ready",
        cancellationToken);

    /// <summary>Generates pairs, and waits for the last one.</summary>
    public static async Task<Run> RunAsync(this WorkspaceClient workspace, NewRun order, CancellationToken cancellationToken)
    {
        var run = await workspace.Generation.StartRunAsync(order, cancellationToken);
        await Until.TrueAsync(
            async () => !(run = await workspace.Generation.GetRunAsync(run.Id, cancellationToken)).IsActive, "the run ended", cancellationToken);
        run.State.ShouldBe("finished", run.Summary);
        return run;
    }

    /// <summary>The pair as it is now; null while the Api doesn't answer.</summary>
    public static async Task<Pair?> GetOrNullAsync(this WorkspaceClient workspace, Guid id, CancellationToken cancellationToken)
    {
        try
        {
            return await workspace.Review.GetAsync(id, cancellationToken);
        }
        catch (SynthDataGenException e) when (e.Status is 0 or 502 or 503 or 504)
        {
            return null;
        }
    }

    /// <summary>The administrator's window, in the workspace.</summary>
    public static async Task<Visit> AdministratorAsync(this RunningStack stack, WorkspaceClient workspace) =>
        await (await stack.OpenAsync()).SignedInAsync(workspace.Name);

    /// <summary>The window of a new reviewer who signed in with their link.</summary>
    public static async Task<Visit> ReviewerAsync(this RunningStack stack, WorkspaceClient workspace, string name, CancellationToken cancellationToken)
    {
        var added = await workspace.Members.AddAsync(new NewMember(name, Roles.Reviewer), cancellationToken);
        var visit = await stack.OpenAsync();
        await visit.SignIn.UseAsync(added.Link!);
        return visit;
    }
}
