using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Chat;
using SynthDataGen.Testing;

namespace SynthDataGen.Core.Tests.Generation.Chat;

public sealed class RetryAfterTests : ModelCalls
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    [Theory]
    [InlineData("7")]
    [InlineData("Wed, 04 Mar 2026 05:06:14 GMT")]
    public async Task The_wait_that_an_endpoint_asks_for_is_told(string retryAfter)
    {
        Fake.Answer(FakeAnswer.Status(429, retryAfter: retryAfter));

        var failure = await Should.ThrowAsync<GeneratorException>(Model(time: new InstantWaits(Now)).AskAsync(Request, Token));

        failure.Reason.ShouldBe(GeneratorException.RateLimited);
        failure.RetryAfter.ShouldBe(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task Without_a_wish_waits_grow_and_stay_bounded()
    {
        var options = Quick();
        (options.Attempts, options.Delay, options.MaxDelay) = (5, TimeSpan.FromMilliseconds(2), TimeSpan.FromMilliseconds(5));
        var clock = new InstantWaits(Now);
        Fake.AnswerAlways(FakeAnswer.Status(500));

        await Should.ThrowAsync<GeneratorException>(AskPatientlyAsync(options, clock));

        var waits = clock.Waits.Where(wait => wait > TimeSpan.Zero && wait < options.CallTimeout).ToArray();
        waits.ShouldAllBe(wait => wait <= options.MaxDelay);
        Fake.Requests.Count.ShouldBe(5);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("")]
    [InlineData(null)]
    public void Unreadable_wishes_are_none(string? value) => RetryAfter.Read(null, value, Now).ShouldBeNull();

    [Fact]
    public void Milliseconds_come_first() => RetryAfter.Read("250", "9", Now).ShouldBe(TimeSpan.FromMilliseconds(250));
}
