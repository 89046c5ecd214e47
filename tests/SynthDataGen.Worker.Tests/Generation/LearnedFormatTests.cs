using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Generation;
using SynthDataGen.Testing;

namespace SynthDataGen.Worker.Tests.Generation;

/// <summary>An endpoint that refuses response formats is asked in the one that it takes, by every worker.</summary>
public sealed class LearnedFormatTests : IAsyncLifetime
{
    private FakeOpenAI model = null!;
    private Stack stack = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        model = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.Refusing(FakeAnswer.Grounded, "json_schema", "json_object"));
        stack = await Stack.PrepareAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await stack.DisposeAsync();
        await model.DisposeAsync();
    }

    [Fact]
    public async Task What_one_worker_learned_another_knows_until_the_model_changes()
    {
        var learning = await stack.StartWorkerAsync();
        var run = (await stack.Runs.FinishAsync(model, await stack.Documents.BookAsync(1))).Run;
        model.Requests.Select(request => request.Format).ShouldBe(["json_schema", "json_object", null]);
        await learning.StopAsync(Token);
        await stack.StartWorkerAsync();

        var again = await stack.Runs.RepeatAsync(run, await stack.Documents.BookAsync(2));

        again.Pairs.ShouldBe(4);
        model.Requests.Skip(3).Select(request => request.Format).ShouldBe([null, null]);
        var generator = await GeneratorAsync(run);
        generator.Model = "another-model";
        await stack.Get<GeneratorRecords>().SaveAsync(generator, Token);
        (await GeneratorAsync(run)).ResponseFormat.ShouldBeNull();
    }

    private Task<Generator> GeneratorAsync(Run run) => stack.LookAsync(db => db.Generators.AsNoTracking().SingleAsync(g => g.Id == run.GeneratorId, Token));
}
