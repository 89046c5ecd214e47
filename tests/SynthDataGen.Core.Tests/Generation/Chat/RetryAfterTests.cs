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
    public async Task The_wait_that_an_endpoint_asks_for_is_kept(string retryAfter)
    {
        var clock = new InstantWaits(Now, TimeSpan.FromSeconds(7));
        Fake.Answer(FakeAnswer.Status(429, retryAfter: retryAfter), FakeAnswer.Grounded);

        await Model(time: clock).AskAsync(Request, Token);

        clock.Waits.ShouldContain(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task A_wait_beyond_the_longest_fails_at_once_and_says_how_long()
    {
        Fake.Answer(FakeAnswer.Status(429, retryAfter: "3600"));

        var failure = await Should.ThrowAsync<GeneratorException>(Model().AskAsync(Request, Token));

        failure.Reason.ShouldBe(GeneratorException.RateLimited);
        failure.RetryAfter.ShouldBe(TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task Without_a_wish_waits_grow_and_stay_bounded()
    {
        var options = Quick();
        (options.Attempts, options.Delay, options.MaxDelay) = (5, TimeSpan.FromMilliseconds(2), TimeSpan.FromMilliseconds(5));
        var clock = new InstantWaits(Now);
        Fake.AnswerAlways(FakeAnswer.Status(500));

        await Should.ThrowAsync<GeneratorException>(Model(options, clock).AskAsync(Request, Token));

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
