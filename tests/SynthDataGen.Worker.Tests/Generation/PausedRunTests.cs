using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Generation;
using SynthDataGen.Testing;

namespace SynthDataGen.Worker.Tests.Generation;

/// <summary>Endpoints that fail whatever they are asked: the run waits, and loses nothing.</summary>
public sealed class PausedRunTests : IAsyncLifetime
{
    private FakeOpenAI model = null!;
    private Stack stack = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        model = await FakeOpenAI.StartAsync(Token);
        stack = await Stack.PrepareAsync();
        await stack.StartWorkerAsync("Generation__Attempts=6", "Generation__CircuitPause=00:00:02");
    }

    public async ValueTask DisposeAsync()
    {
        await stack.DisposeAsync();
        await model.DisposeAsync();
    }

    [Fact]
    public async Task A_run_whose_endpoint_fails_is_paused_and_goes_on_by_itself()
    {
        model.AnswerAlways(FakeAnswer.Status(503));
        var run = await stack.Runs.StartAsync(model, [await stack.Documents.BookAsync(20)]);
        var paused = await stack.Runs.SeeAsync(run, row => row.Run.State == RunState.Paused, "paused");
        (paused.Pending, paused.Run.ResumesAt.HasValue).ShouldBe((20, true));
        paused.Run.PauseReason!.ShouldContain("503");
        var asked = model.Requests.Count;
        model.AnswerAlways(FakeAnswer.Grounded);
        var row = await stack.Runs.SeeAsync(run, row => row.Run.State == RunState.Finished, "finished");
        (row.Succeeded, row.Run.PauseReason).ShouldBe((20, null));
        asked.ShouldBeLessThan(5 + 20 + 1); // No more than opened the circuit and were on their way then.
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(3, 3)]
    public async Task Contexts_that_an_endpoint_fails_at_fail_alone(int failing, int contexts)
    {
        // The last ones, and only once the others are done: no answer then comes between the failures in a row that open the circuit.
        var stations = Enumerable.Range(contexts - failing + 1, failing).Select(station => $"Station {station} was");
        var othersDone = new TaskCompletionSource();
        var failure = FakeAnswer.Status(500).After(othersDone.Task);
        model.AnswerAlways(FakeAnswer.By(request =>
            stations.Any(station => request.Source.Contains(station, StringComparison.Ordinal)) ? failure : FakeAnswer.Grounded));
        var run = await stack.Runs.StartAsync(model, [await stack.Documents.BookAsync(contexts)]);
        await stack.Runs.SeeAsync(run, row => row.Succeeded == contexts - failing, "done but for those that fail");
        othersDone.SetResult();

        var row = await stack.Runs.SeeAsync(run, row => row.Run.State == RunState.FinishedWithFailures, "finished with failures");

        (row.Succeeded, row.Failed).ShouldBe((contexts - failing, failing));
        row.Failures.Where(failure => failure.Reason == GeneratorException.EndpointError).Sum(failure => failure.Count).ShouldBeGreaterThan(0);
        row.Failures.ShouldAllBe(failure => failure.Reason == GeneratorException.EndpointError || failure.Reason == GeneratorException.ServerError);
        row.Run.Resumptions.ShouldBeLessThanOrEqualTo(failing - 1); // Where several fail at once, one pause may come first.
    }

    [Fact]
    public async Task A_refused_key_pauses_the_run_until_the_generator_has_another()
    {
        model.AnswerAlways(FakeAnswer.By(request => request.Authorization == "Bearer sk-right" ? FakeAnswer.Grounded : FakeAnswer.Status(401)));
        var generator = await stack.Runs.GeneratorAsync(model, 4, apiKey: "sk-wrong");
        var run = await stack.Runs.StartAsync(generator, [await stack.Documents.BookAsync(3)]);
        var paused = await stack.Runs.SeeAsync(run, row => row.Run.State == RunState.Paused, "paused");
        (paused.Pending, paused.Run.ResumesAt).ShouldBe((3, null));
        paused.Run.PauseReason!.ShouldContain("key");
        paused.Run.PauseReason!.ShouldNotContain("sk-wrong");
        generator.SealedApiKey = stack.Runs.Seal("sk-right");
        await stack.Get<GeneratorRecords>().SaveAsync(generator, Token);
        (await stack.Runs.SeeAsync(run, row => row.Run.State == RunState.Finished, "finished")).Succeeded.ShouldBe(3);
    }

    [Fact]
    public async Task Work_that_was_queued_before_runs_counted_their_resumptions_is_done()
    {
        model.AnswerAlways(FakeAnswer.Status(401));
        var run = await stack.Runs.StartAsync(model, [await stack.Documents.BookAsync(12)]);
        await stack.Runs.SeeAsync(run, row => row.Run.State == RunState.Paused, "paused");
        model.AnswerAlways(FakeAnswer.Grounded);
        await stack.LookAsync(async db =>
        {
            await db.GeneratorLimits.Where(limits => limits.GeneratorId == run.GeneratorId).ExecuteDeleteAsync(Token);
            return await db.Runs.Where(r => r.Id == run.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, RunState.Running), Token);
        });

        await stack.Get<WorkQueue>().ReturnAsync(WorkKinds.GeneratePairs, $"{run.Id}:0:11", TimeSpan.Zero, Token);

        (await stack.Runs.SeeAsync(run, row => row.Run.State == RunState.Finished, "finished")).Succeeded.ShouldBe(12);
    }

    [Fact]
    public async Task An_endpoint_that_is_gone_pauses_the_run_with_its_address()
    {
        var gone = await FakeOpenAI.StartAsync(Token);
        await gone.DisposeAsync();
        var run = await stack.Runs.StartAsync(gone, [await stack.Documents.BookAsync(2)]);
        var paused = await stack.Runs.SeeAsync(run, row => row.Run.State == RunState.Paused, "paused");
        paused.Run.PauseReason!.ShouldContain("127.0.0.1");
        (await stack.Get<RunRecords>().CancelAsync(stack.Workspace.Id, run.Id, Token)).ShouldBeTrue();
    }
}
