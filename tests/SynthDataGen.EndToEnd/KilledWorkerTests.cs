using System.Text.Json;
using SynthDataGen.Client;
using SynthDataGen.Client.Generation;
using SynthDataGen.Client.Review;
using SynthDataGen.EndToEnd.Stack;
using SynthDataGen.Testing;

namespace SynthDataGen.EndToEnd;

/// <summary>Nothing is lost or done twice when a Worker is killed.</summary>
public sealed class KilledWorkerTests(RunningStack stack) : BrowserTest(stack)
{
    private const int Concurrency = 2;

    [Fact]
    public async Task A_run_survives_its_worker_dying_in_mid_call()
    {
        // One call hangs until its caller is gone, so that the worker dies in the middle of work that others can't have done.
        await using var fake = await FakeOpenAI.StartAsync(Cancel);
        fake.Answer(FakeAnswer.Hang).AnswerAlways(FakeAnswer.Grounded).Latency = TimeSpan.FromMilliseconds(300);
        var workspace = await Stack.NewWorkspaceAsync("A dying worker", Cancel);
        await ReadyAsync(workspace, TestFiles.Handbook, TestFiles.Guide);
        await workspace.Generation.CreateGeneratorAsync(
            new("slow model", fake.Address.AbsoluteUri, "slow") { Concurrency = Concurrency, IsDefault = true }, Cancel);
        var run = await SomeDoneAsync(workspace, await workspace.Generation.StartRunAsync(new NewRun(), Cancel));
        run.Contexts.Pending.ShouldBeGreaterThan(0);

        var worker = (await Stack.StartAsync()).Processes.First(process => IsWorker(process) && Connections.Exist(process, fake.Address.Port));
        worker.Kill();

        var ended = await EndedAsync(workspace, run);
        ended.State.ShouldBe("finished", ended.Summary);
        ended.Contexts.ShouldBe(new ContextCounts(ended.Contexts.Total, ended.Contexts.Total, 0, 0));
        await EachContextShouldHaveItsPairsOnceAsync(workspace, ended, fake);
        (fake.Requests.Count - ended.Contexts.Total).ShouldBeInRange(1, Concurrency, "Only what was open at the worker's death is asked again.");
        fake.AssertNoUnexpected();
    }

    private static bool IsWorker(Child process) => process.Program == "SynthDataGen.Worker";

    private static async Task ReadyAsync(WorkspaceClient workspace, params string[] samples)
    {
        foreach (var name in samples)
        {
            await using var content = File.OpenRead(TestFiles.Sample(name));
            (await workspace.Documents.UploadAsync(name, content, Cancel)).Failure.ShouldBeNull();
        }

        await Until.TrueAsync(
            async () => (await workspace.Documents.ListAsync("ready", cancellationToken: Cancel)).Items.Count == samples.Length, "the documents are ready", Cancel);
    }

    private static Task<Run> SomeDoneAsync(WorkspaceClient workspace, Run run) =>
        RunAsync(workspace, run, now => now.Contexts.Succeeded >= 2, "the run is on its way");

    private static Task<Run> EndedAsync(WorkspaceClient workspace, Run run) =>
        RunAsync(workspace, run, now => !now.IsActive, "the run ended");

    private static async Task<Run> RunAsync(WorkspaceClient workspace, Run run, Func<Run, bool> condition, string expected)
    {
        await Until.TrueAsync(async () => condition(run = await workspace.Generation.GetRunAsync(run.Id, Cancel)), expected, Cancel);
        return run;
    }

    private static async Task EachContextShouldHaveItsPairsOnceAsync(WorkspaceClient workspace, Run run, FakeOpenAI fake)
    {
        var contexts = fake.Requests.DistinctBy(request => request.Source).ToList();
        contexts.Count.ShouldBe(run.Contexts.Total);
        var pairs = (await workspace.Review.ListAsync(new PairFilter(), limit: 500, cancellationToken: Cancel)).Items;
        pairs.Count.ShouldBe(run.Pairs);
        pairs.Count.ShouldBe(contexts.Sum(PairsOf));
        pairs.Select(pair => (pair.DocumentId, pair.Evidence[0].Start)).ShouldBeUnique();
    }

    private static int PairsOf(FakeRequest request)
    {
        using var reply = JsonDocument.Parse(GroundedReply.For(request));
        return reply.RootElement.GetProperty("pairs").GetArrayLength();
    }
}
