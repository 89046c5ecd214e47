using SynthDataGen.Client;
using SynthDataGen.Client.Generation;
using SynthDataGen.Client.Workspaces;
using SynthDataGen.EndToEnd.Stack;

namespace SynthDataGen.EndToEnd.Review;

/// <summary>Workspaces whose pairs wait already, and people to review them; both made through the Api.</summary>
internal static class Pairs
{
    /// <summary>A workspace with the pairs that the built-in generator writes of the samples.</summary>
    public static async Task<WorkspaceClient> WithPairsAsync(this RunningStack stack, string title, CancellationToken cancellationToken)
    {
        var workspace = await stack.NewWorkspaceAsync(title, cancellationToken);
        await workspace.UploadAsync(cancellationToken, TestFiles.Handbook, TestFiles.Policy, TestFiles.Guide);
        await workspace.RunAsync(cancellationToken);
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

        await workspace.ReadyAsync(samples.Count, cancellationToken);
    }

    /// <summary>Waits until that many documents are read.</summary>
    public static Task ReadyAsync(this WorkspaceClient workspace, int count, CancellationToken cancellationToken) => Until.TrueAsync(
        async () => (await workspace.Documents.ListAsync("ready", cancellationToken: cancellationToken)).Items.Count == count,
        "the documents are ready",
        cancellationToken);

    /// <summary>Makes pairs of all documents, and waits for the last one.</summary>
    public static async Task<Run> RunAsync(this WorkspaceClient workspace, CancellationToken cancellationToken)
    {
        var run = await workspace.Generation.StartRunAsync(new NewRun(), cancellationToken);
        await Until.TrueAsync(
            async () => !(run = await workspace.Generation.GetRunAsync(run.Id, cancellationToken)).IsActive, "the run ended", cancellationToken);
        run.State.ShouldBe("finished", run.Summary);
        return run;
    }

    /// <summary>The administrator's window, in the workspace.</summary>
    public static async Task<Visit> AdministratorAsync(this RunningStack stack, WorkspaceClient workspace) =>
        await (await stack.OpenAsync()).SignedInAsync(workspace.Name);

    /// <summary>A window of somebody who was made a reviewer, and signed in with the link that was handed to them.</summary>
    public static async Task<Visit> ReviewerAsync(this RunningStack stack, WorkspaceClient workspace, string name, CancellationToken cancellationToken)
    {
        var added = await workspace.Members.AddAsync(new NewMember(name, Roles.Reviewer), cancellationToken);
        var visit = await stack.OpenAsync();
        await visit.SignIn.UseAsync(added.Link!);
        return visit;
    }
}
