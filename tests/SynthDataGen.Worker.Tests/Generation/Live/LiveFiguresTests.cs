using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Data.Generation.Live;
using SynthDataGen.Core.Generation;
using SynthDataGen.Testing;

namespace SynthDataGen.Worker.Tests.Generation.Live;

public sealed class LiveFiguresTests(Stack stack) : IAsyncLifetime
{
    private FakeOpenAI model = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => model = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.Grounded);

    public ValueTask DisposeAsync() => model.DisposeAsync();

    [Fact]
    public async Task A_run_says_how_many_calls_are_in_flight()
    {
        model.AnswerAlways(FakeAnswer.Hang);
        var run = await stack.Runs.StartAsync(model, [await stack.Documents.BookAsync(6)], concurrency: 3);

        await stack.Runs.SeeAsync(run, row => row.InFlight == 3, "three in flight");

        await stack.Get<RunRecords>().CancelAsync(stack.Workspace.Id, run.Id, Token);
        (await stack.Runs.EndAsync(run)).InFlight.ShouldBe(0);
    }

    [Fact]
    public async Task A_run_says_how_many_calls_were_made_again()
    {
        model.Answer(FakeAnswer.Status(500), FakeAnswer.Nonsense, FakeAnswer.Disconnect);
        var run = await stack.Runs.StartAsync(model, [await stack.Documents.BookAsync(3)]);

        (await stack.Runs.SeeAsync(run, row => row.Retries == 3, "three made again")).Failed.ShouldBe(0);

        await stack.Runs.EndAsync(run);
        model.Calls.ShouldBe(3 + 3);
    }

    [Fact]
    public async Task What_a_worker_says_counts_for_a_while_and_what_it_did_for_ever()
    {
        var run = (await stack.Runs.FinishAsync(null, await stack.Documents.BookAsync(1))).Run;
        await stack.LookAsync(db => db.Runs.Where(r => r.Id == run.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, RunState.Running), Token));
        var activity = stack.Get<ActivityRecords>();
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        await activity.SaveAsync(one, [new(run.Id, run.WorkspaceId, 5, 2), new(Guid.CreateVersion7(), run.WorkspaceId, 1, 1)], Token);
        await activity.SaveAsync(other, [new(run.Id, run.WorkspaceId, 4, 1)], Token);
        await activity.SaveAsync(one, [new(run.Id, run.WorkspaceId, 3, 2)], Token);

        (await FiguresAsync(run)).ShouldBe((7, 5));
        var before = TimeSpan.FromSeconds(11);
        await stack.LookAsync(db => db.RunActivity.Where(a => a.RunId == run.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.SeenAt, a => a.SeenAt - before), Token));
        (await FiguresAsync(run)).ShouldBe((0, 5));
    }

    [Fact]
    public async Task The_levels_name_the_work_that_waits_and_the_circuits()
    {
        model.AnswerAlways(FakeAnswer.Hang);
        var generator = await stack.Runs.GeneratorAsync(model, 1);
        var run = await stack.Runs.StartAsync(generator, [await stack.Documents.BookAsync(2)]);
        await stack.Runs.SeeAsync(run, row => row.InFlight == 1, "in flight");

        var levels = await stack.Get<LevelRecords>().ReadAsync(Token);

        levels.Queues["generate-pairs"].ShouldBeGreaterThan(0);
        levels.Circuits[generator.Name].ShouldBeFalse();
        await stack.Get<RunRecords>().CancelAsync(stack.Workspace.Id, run.Id, Token);
    }

    private async Task<(int InFlight, int Retries)> FiguresAsync(Run run)
    {
        var row = await stack.Get<RunRecords>().FindAsync(stack.Workspace.Id, run.Id, Token);
        return (row!.InFlight, row.Retries);
    }
}
