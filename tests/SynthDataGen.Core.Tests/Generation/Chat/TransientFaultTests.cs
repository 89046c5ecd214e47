using SynthDataGen.Core.Generation;
using SynthDataGen.Testing;

namespace SynthDataGen.Core.Tests.Generation.Chat;

public sealed class TransientFaultTests : ModelCalls
{
    [Theory]
    [InlineData(408)]
    [InlineData(409)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_transient_status_is_tried_again(int status)
    {
        Fake.Answer(FakeAnswer.Status(status), FakeAnswer.Status(status), FakeAnswer.Grounded);

        var reply = await AskPatientlyAsync();

        reply.Content.ShouldContain("24 months");
        Fake.Requests.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(429, GeneratorException.RateLimited)]
    [InlineData(500, GeneratorException.ServerError)]
    public async Task A_fault_that_stays_fails_with_its_reason(int status, string reason)
    {
        Fake.Answer(FakeAnswer.Status(status), FakeAnswer.Status(status), FakeAnswer.Status(status));

        var failure = await Should.ThrowAsync<GeneratorException>(AskPatientlyAsync());

        failure.Reason.ShouldBe(reason);
        failure.Message.ShouldContain("told to fail");
    }

    [Fact]
    public async Task A_cut_connection_is_tried_again()
    {
        Fake.Answer(FakeAnswer.Disconnect, FakeAnswer.Grounded);

        var reply = await AskPatientlyAsync();

        reply.Content.ShouldContain("pairs");
    }

    [Fact]
    public async Task A_hanging_call_is_cut_and_tried_again()
    {
        Fake.Answer(FakeAnswer.Hang, FakeAnswer.Grounded);
        var options = Quick();
        options.CallTimeout = TimeSpan.FromSeconds(1);

        var reply = await AskPatientlyAsync(options);

        reply.Content.ShouldContain("pairs");
    }

    [Fact]
    public async Task An_endpoint_that_only_hangs_times_out()
    {
        Fake.Answer(FakeAnswer.Hang, FakeAnswer.Hang);
        var options = Quick();
        (options.Attempts, options.CallTimeout) = (2, TimeSpan.FromMilliseconds(100));

        var failure = await Should.ThrowAsync<GeneratorException>(AskPatientlyAsync(options));

        failure.Reason.ShouldBe(GeneratorException.TimedOut);
    }

    [Fact]
    public async Task Nobody_listening_is_unreachable()
    {
        var nobody = Generators().For(Generator("http://127.0.0.1:9/v1"), Key);

        var failure = await Should.ThrowAsync<GeneratorException>(nobody.AskAsync(Request, Token));

        failure.Reason.ShouldBe(GeneratorException.Unreachable);
        failure.Message.ShouldContain("127.0.0.1:9");
    }

    [Fact]
    public async Task Cancellation_stays_cancellation()
    {
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Fake.Answer(FakeAnswer.By(_ =>
        {
            cancelled.Cancel();
            return FakeAnswer.Hang;
        }));

        await Should.ThrowAsync<OperationCanceledException>(Model().AskAsync(Request, cancelled.Token));

        Fake.Requests.Count.ShouldBe(1);
    }
}
