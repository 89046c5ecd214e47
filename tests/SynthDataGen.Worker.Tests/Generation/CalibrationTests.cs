using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Generation;
using SynthDataGen.Testing;

namespace SynthDataGen.Worker.Tests.Generation;

public sealed class CalibrationTests(Stack stack)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answered_calls_teach_how_many_tokens_the_model_makes_of_our_estimate()
    {
        await using var model = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.Grounded);
        model.CharactersPerToken = 2;

        var run = (await stack.Runs.FinishAsync(model, await stack.Documents.BookAsync(24))).Run;

        var calls = await stack.Runs.CallsAsync(run);
        var calibration = await CalibrationAsync(run);
        (calibration.Calls, calibration.EstimatedTokens, calibration.ReportedTokens)
            .ShouldBe((calls.Count, calls.Sum(call => (long)call.EstimatedTokens), calls.Sum(call => (long)call.InputTokens)));
        calibration.TokensPerEstimated.ShouldBe((double)calibration.ReportedTokens / calibration.EstimatedTokens);
        calibration.TokensPerEstimated.ShouldBeInRange(1.5, 3);
    }

    [Fact]
    public async Task Contexts_of_a_calibrated_generator_hold_tokens_of_its_model()
    {
        await using var model = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.Grounded);
        model.CharactersPerToken = 2;
        var book = await stack.Documents.ReadAsync($"{Guid.CreateVersion7()}.md", "# Pumps\n\n" + string.Join("\n\n", Enumerable.Range(1, 300).Select(i => $"Pump number {i} is checked by the shift leader at noon.")));
        var learning = (await stack.Runs.FinishAsync(model, await stack.Documents.BookAsync(24))).Run;

        var ratio = (await CalibrationAsync(learning)).TokensPerEstimated;

        var run = (await stack.Runs.RepeatAsync(learning, book.Document.Id)).Run;

        var estimate = (await stack.Documents.ChunksAsync(book)).Sum(chunk => chunk.Tokens);
        var contexts = await stack.Runs.ContextsAsync(run);
        contexts.ShouldAllBe(context => context.Tokens <= run.Recipe.ContextTokens);
        ((double)contexts.Sum(context => context.Tokens)).ShouldBe(estimate * ratio, contexts.Count);
    }

    [Fact]
    public async Task Answers_that_come_at_once_are_all_counted_each_of_them_once()
    {
        await using var model = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.Grounded);
        var run = (await stack.Runs.FinishAsync(model, await stack.Documents.BookAsync(1))).Run;
        var (before, item) = (await CalibrationAsync(run), (await stack.Runs.ContextsAsync(run)).Single());
        var memory = stack.Get<GenerationRecords>().MemoryOf(Open(run, item, await GeneratorAsync(run)), item);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => memory.KeepAsync($"call-{i}", Reply, Token)));
        await memory.KeepAsync("call-7", Reply, Token);

        var after = await CalibrationAsync(run);
        (after.Calls - before.Calls, after.EstimatedTokens - before.EstimatedTokens, after.ReportedTokens - before.ReportedTokens).ShouldBe((20, 2_000, 3_000));
    }

    [Fact]
    public async Task Another_model_forgets_what_was_learned_and_learns_nothing_from_calls_of_the_old_one()
    {
        await using var model = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.Grounded);
        var run = (await stack.Runs.FinishAsync(model, await stack.Documents.BookAsync(1))).Run;
        var item = (await stack.Runs.ContextsAsync(run)).Single();
        var memory = stack.Get<GenerationRecords>().MemoryOf(Open(run, item, await GeneratorAsync(run)), item);
        var changed = await GeneratorAsync(run);
        changed.Model = "another-model";

        await stack.Get<GeneratorRecords>().SaveAsync(changed, Token);
        await memory.KeepAsync("late", Reply, Token);

        (await CalibrationAsync(run)).ShouldBe(new TokenCalibration());
    }

    [Fact]
    public async Task A_changed_price_keeps_what_was_learned_meanwhile()
    {
        await using var model = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.Grounded);
        var run = (await stack.Runs.FinishAsync(model, await stack.Documents.BookAsync(1))).Run;
        var (stale, item) = (await GeneratorAsync(run), (await stack.Runs.ContextsAsync(run)).Single());
        await stack.Get<GenerationRecords>().MemoryOf(Open(run, item, await GeneratorAsync(run)), item).KeepAsync("meanwhile", Reply, Token);

        stale.InputPrice = 2;
        await stack.Get<GeneratorRecords>().SaveAsync(stale, Token);

        (await CalibrationAsync(run)).Calls.ShouldBe(stale.Calibration.Calls + 1);
    }

    private static OpenContexts Open(Run run, RunItem item, Generator generator) => new(run, generator, null, [item], Array.Empty<ModelCall>().ToLookup(call => call.RunItemId));

    private static GeneratorReply Reply => new("{}", "stop", 150, 10, "fake-model", 100);

    private async Task<TokenCalibration> CalibrationAsync(Run run) => (await GeneratorAsync(run)).Calibration;

    private Task<Generator> GeneratorAsync(Run run) => stack.LookAsync(db => db.Generators.AsNoTracking().SingleAsync(g => g.Id == run.GeneratorId, Token));
}
