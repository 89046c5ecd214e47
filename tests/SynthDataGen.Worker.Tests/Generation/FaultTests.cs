using SynthDataGen.Core.Generation;
using SynthDataGen.Testing;

namespace SynthDataGen.Worker.Tests.Generation;

/// <summary>Endpoints that stumble and recover. What they may answer instead of pairs stands in <see cref="EndpointTests"/>.</summary>
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
    public async Task The_key_is_unsealed_for_the_model()
    {
        model.AnswerAlways(FakeAnswer.By(request => request.Authorization == "Bearer sk-right" ? FakeAnswer.Grounded : FakeAnswer.Status(401)));
        var row = await stack.Runs.FinishAsync(model, await stack.Documents.BookAsync(1), apiKey: "sk-right");
        row.Run.State.ShouldBe(RunState.Finished);
    }
}
