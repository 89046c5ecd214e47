using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Generation;
using SynthDataGen.Testing;

namespace SynthDataGen.Worker.Tests.Generation;

/// <summary>Models that answer badly: each fault costs its own context at most, and the run says what happened.</summary>
public sealed class FaultTests(Stack stack) : IAsyncLifetime
{
    private FakeOpenAI model = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => model = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.Grounded);

    public ValueTask DisposeAsync() => model.DisposeAsync();

    [Fact]
    public async Task A_busy_model_is_asked_again_when_it_said()
    {
        model.Answer(FakeAnswer.Status(429, retryAfter: "1"));
        var row = await stack.Runs.FinishAsync(model, await stack.Documents.BookAsync(3));
        (row.Run.State, row.Pairs, model.Requests.Count).ShouldBe((RunState.Finished, 6, 4));
    }

    [Fact]
    public async Task A_model_that_stumbles_is_asked_again()
    {
        model.Answer(FakeAnswer.Status(500), FakeAnswer.Disconnect);
        var row = await stack.Runs.FinishAsync(model, await stack.Documents.BookAsync(3));
        (row.Run.State, row.Pairs, model.Requests.Count).ShouldBe((RunState.Finished, 6, 5));
    }

    [Fact]
    public async Task Half_a_reply_is_asked_for_again()
    {
        model.Answer(FakeAnswer.HalfJson);
        var row = await stack.Runs.FinishAsync(model, await stack.Documents.BookAsync(3));
        (row.Run.State, row.Pairs, model.Requests.Count).ShouldBe((RunState.Finished, 6, 4));
    }

    [Fact]
    public async Task Nonsense_fails_its_contexts_alone_and_is_kept()
    {
        OnSections([2, 4], FakeAnswer.Nonsense);
        var row = await stack.Runs.FinishAsync(model, await stack.Documents.BookAsync(5));
        (row.Run.State, row.Succeeded, row.Failed, row.Pairs).ShouldBe((RunState.FinishedWithFailures, 3, 2, 6));
        ReasonOf(row).ShouldBe((GeneratorException.MalformedReply, 2));
        (await stack.Runs.CallsAsync(row.Run)).Count(c => c.Content.Contains("Bananas", StringComparison.Ordinal)).ShouldBe(6);
    }

    [Fact]
    public async Task Silence_fails_its_context_as_timed_out()
    {
        OnSections([1], FakeAnswer.Hang);
        var row = await stack.Runs.FinishAsync(model, await stack.Documents.BookAsync(3));
        (row.Run.State, row.Succeeded, row.Pairs).ShouldBe((RunState.FinishedWithFailures, 2, 4));
        ReasonOf(row).ShouldBe((GeneratorException.TimedOut, 1));
    }

    [Fact]
    public async Task An_empty_reply_fails_its_context_as_empty()
    {
        OnSections([3], FakeAnswer.Empty);
        var row = await stack.Runs.FinishAsync(model, await stack.Documents.BookAsync(3));
        ReasonOf(row).ShouldBe((GeneratorException.EmptyReply, 1));
    }

    [Fact]
    public async Task The_key_is_unsealed_for_the_model()
    {
        model.AnswerAlways(FakeAnswer.By(request => request.Authorization == "Bearer sk-right" ? FakeAnswer.Grounded : FakeAnswer.Status(401)));
        var row = await stack.Runs.FinishAsync(model, await stack.Documents.BookAsync(1), apiKey: "sk-right");
        row.Run.State.ShouldBe(RunState.Finished);
    }

    [Fact]
    public async Task Quotes_that_stand_nowhere_are_flagged()
    {
        OnSections([1], FakeAnswer.WrongQuotes);
        var row = await stack.Runs.FinishAsync(model, await stack.Documents.BookAsync(2));
        row.Run.State.ShouldBe(RunState.Finished);
        var ungrounded = (await stack.Runs.PairsAsync(row.Run)).Select(p => (p.Context, p.Flags.Contains(PairFlags.Ungrounded)));
        ungrounded.ShouldBe([(0, true), (0, true), (1, false), (1, false)]);
    }

    private static (string Reason, int Count) ReasonOf(RunRow row) => (row.Failures.Single().Reason, row.Failures.Single().Count);

    /// <summary>Answers like this where the call is about one of these sections of a book, and well elsewhere.</summary>
    private void OnSections(int[] sections, FakeAnswer answer) => model.AnswerAlways(FakeAnswer.By(request =>
        sections.Any(section => request.Source.Contains($"# Station {section}\n", StringComparison.Ordinal) || request.Source.Contains($"Station {section} was", StringComparison.Ordinal))
            ? answer
            : FakeAnswer.Grounded));
}
