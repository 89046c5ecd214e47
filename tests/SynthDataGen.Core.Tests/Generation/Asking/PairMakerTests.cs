using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Asking;
using SynthDataGen.Core.Generation.Replies;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Tests.Generation.Chat;
using SynthDataGen.Testing;

namespace SynthDataGen.Core.Tests.Generation.Asking;

public sealed class PairMakerTests : ModelCalls
{
    private readonly KeptAnswers memory = new();

    [Fact]
    public async Task A_context_yields_grounded_pairs_without_flags()
    {
        Fake.Answer(FakeAnswer.Grounded);

        var made = await MakeAsync();

        made.Pairs.Count.ShouldBe(2);
        made.Pairs.ShouldAllBe(pair => pair.Flags.Count == 0 && pair.Evidence.Single().Match == EvidenceMatch.Exact);
    }

    [Fact]
    public async Task Quotes_that_are_not_in_the_text_are_flagged()
    {
        Fake.Answer(FakeAnswer.WrongQuotes);

        var made = await MakeAsync();

        made.Pairs.ShouldAllBe(pair => pair.Flags.Contains(PairFlags.Ungrounded));
    }

    [Fact]
    public async Task Answers_of_no_use_are_kept_and_asked_again()
    {
        Fake.Answer(FakeAnswer.Nonsense, FakeAnswer.HalfJson, FakeAnswer.Fenced);

        var made = await MakeAsync();

        made.Pairs.Count.ShouldBe(2);
        memory.Replies.Count.ShouldBe(3);
        made.OutputTokens.ShouldBe(memory.Replies.Values.Sum(reply => reply.OutputTokens));
    }

    [Fact]
    public async Task A_model_that_never_makes_sense_fails_with_its_last_words()
    {
        Fake.Answer(FakeAnswer.Empty, FakeAnswer.Nonsense, FakeAnswer.Nonsense);

        var failure = await Should.ThrowAsync<GeneratorException>(MakeAsync());

        failure.Reason.ShouldBe(GeneratorException.MalformedReply);
        failure.RawReply.ShouldNotBeNull().ShouldContain("Bananas");
    }

    [Fact]
    public async Task A_truncated_answer_is_asked_again_with_fewer_pairs()
    {
        Fake.Answer(FakeAnswer.Content("{\"pairs\":[", "length"), FakeAnswer.Reasoned);

        await MakeAsync();

        Fake.Requests.Select(request => request.Pairs).ShouldBe([2, 1]);
    }

    [Fact]
    public async Task What_was_answered_is_never_asked_again()
    {
        Fake.Answer(FakeAnswer.Nonsense, FakeAnswer.Grounded);
        var first = await MakeAsync();

        var second = await MakeAsync();

        second.ShouldBeEquivalentTo(first);
        Fake.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_paid_answer_is_kept_though_the_caller_has_hung_up()
    {
        using var cancelled = new CancellationTokenSource();
        var hungUp = new HangingUp(cancelled);

        await Should.ThrowAsync<OperationCanceledException>(new PairMaker(memory, Quick()).MakeAsync(
            Generator("http://localhost/v1"), hungUp, Request, new(new(Request.Text, 0, Request.Text.Length, _ => 1)), cancelled.Token));

        memory.Replies.Values.ShouldHaveSingleItem().Content.ShouldBe("Bananas");
    }

    private Task<MadePairs> MakeAsync() => new PairMaker(memory, Quick()).MakeAsync(
        Generator(Fake.Address.ToString()), Model(), Request, new(new(Request.Text, 0, Request.Text.Length, _ => 1)), Token);

    /// <summary>Answers with nonsense, just as its caller hangs up.</summary>
    private sealed class HangingUp(CancellationTokenSource caller) : IPairGenerator
    {
        public async Task<GeneratorReply> AskAsync(GenerationRequest request, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await caller.CancelAsync();
            return new("Bananas", "stop", 1, 1, "m");
        }
    }
}
