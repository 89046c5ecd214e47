using Microsoft.Extensions.AI;
using Polly;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Chat;
using SynthDataGen.Worker.Generation.Limits;

namespace SynthDataGen.Worker.Tests.Generation.Limits;

public sealed class LimitedChatClientTests
{
    private readonly GeneratorGate gate = new(TimeProvider.System, manyFailures: 1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_control_call_over_budget_hides_no_failure()
    {
        gate.Take(new(1, null, 0, null, 0));
        using var model = new ScriptedChatClient(() => throw new GeneratorException(GeneratorException.ServerError, "It broke down."), () => throw new OverBudgetException());
        using var limited = new LimitedChatClient(model, gate, ResiliencePipeline.Empty);

        var failure = await Should.ThrowAsync<GeneratorException>(AskAsync(limited));

        (failure.Reason, model.Calls).ShouldBe((GeneratorException.ServerError, 2));
        gate.Report().FailuresInARow.ShouldBe(1);
    }

    [Fact]
    public async Task A_call_that_fails_while_its_control_call_succeeds_fails_alone()
    {
        gate.Take(new(1, null, 0, null, 0));
        using var model = new ScriptedChatClient(() => throw new GeneratorException(GeneratorException.ServerError, "It broke down."), () => new());
        using var limited = new LimitedChatClient(model, gate, ResiliencePipeline.Empty);

        var failure = await Should.ThrowAsync<GeneratorException>(AskAsync(limited));

        failure.Reason.ShouldBe(GeneratorException.EndpointError);
        gate.Report().FailuresInARow.ShouldBe(0);
    }

    [Fact]
    public async Task A_cancelled_call_takes_no_slot()
    {
        using var cancelled = new CancellationTokenSource();
        using var model = new ScriptedChatClient();
        using var limited = new LimitedChatClient(model, gate, ResiliencePipeline.Empty);
        var waiting = AskAsync(limited, cancelled.Token);

        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(waiting);
        (gate.Report().Wanted, model.Calls).ShouldBe((0, 0));
    }

    private static Task<ChatResponse> AskAsync(LimitedChatClient limited, CancellationToken? cancellationToken = null)
    {
        var call = new CallOptions(new Generator { Name = "g", Endpoint = "http://localhost/v1", Model = "m" }, new("Text.", [], "a.pdf", new(), 1));
        return limited.GetResponseAsync(call.Messages, call, cancellationToken ?? Token);
    }
}
