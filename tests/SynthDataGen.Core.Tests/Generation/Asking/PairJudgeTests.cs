using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Asking;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Tests.Generation.Asking;
using SynthDataGen.Core.Tests.Generation.Chat;
using SynthDataGen.Testing;

namespace SynthDataGen.Core.Tests.Generation.Asking;

public sealed class PairJudgeTests : ModelCalls
{
    private readonly KeptAnswers memory = new();

    [Fact]
    public async Task All_pairs_of_a_context_are_judged_in_one_call_by_schema()
    {
        Fake.AnswerAlways(FakeAnswer.GroundedAndJudged());

        var judged = await JudgeAsync();

        judged.Count.ShouldBe(2);
        judged.ShouldAllBe(pair => pair.Judgement!.Score == 5 && pair.Flags.Count == 0);
        Fake.Requests.Count.ShouldBe(2);
        Fake.Requests[^1].Body.GetProperty("response_format").GetProperty("json_schema").GetProperty("name").GetString().ShouldBe("judgements");
    }

    [Fact]
    public async Task A_negative_judgement_flags_the_pairs()
    {
        Fake.AnswerAlways(FakeAnswer.GroundedAndJudged(fine: false));

        var judged = await JudgeAsync();

        judged.ShouldAllBe(pair => pair.Flags.SequenceEqual(new[] { PairFlags.NotAnswerable, PairFlags.IncompleteAnswer, PairFlags.UnclearQuestion }));
    }

    [Fact]
    public async Task A_judge_that_accepts_no_schema_is_asked_without_one()
    {
        Fake.AnswerAlways(FakeAnswer.Refusing(FakeAnswer.GroundedAndJudged(), "json_schema", "json_object"));

        (await JudgeAsync()).ShouldAllBe(pair => pair.Judgement != null);

        Fake.Requests[^1].Format.ShouldBeNull();
    }

    [Fact]
    public async Task A_judge_with_unusable_answers_is_asked_again_and_then_fails()
    {
        Fake.AnswerAlways(FakeAnswer.GroundedOr(FakeAnswer.Nonsense));

        (await Should.ThrowAsync<GeneratorException>(JudgeAsync())).Reason.ShouldBe(GeneratorException.MalformedReply);

        memory.Replies.Count.ShouldBe(1 + 3);
    }

    [Fact]
    public async Task A_truncated_judge_is_not_asked_about_fewer_pairs()
    {
        Fake.AnswerAlways(FakeAnswer.GroundedOr(FakeAnswer.Content("{\"judgements\":[", "length")));

        (await Should.ThrowAsync<GeneratorException>(JudgeAsync())).Reason.ShouldBe(GeneratorException.Truncated);

        Fake.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_judgement_received_is_never_asked_for_again()
    {
        Fake.AnswerAlways(FakeAnswer.GroundedAndJudged());
        var first = await JudgeAsync();

        var second = await JudgeAsync();

        second.ShouldBeEquivalentTo(first);
        Fake.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_context_without_pairs_needs_no_judge()
    {
        Fake.Answer(FakeAnswer.Content("""{"pairs":[]}"""));

        (await JudgeAsync()).ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<GroundedPair>> JudgeAsync()
    {
        var generator = Generator(Fake.Address.ToString());
        var model = Model();
        var made = await new PairMaker(memory, Quick()).MakeAsync(generator, model, Request, new(new(Request.Text, 0, Request.Text.Length, _ => 1)), Token);
        return await new PairJudge(memory, Quick()).JudgeAsync(generator, model, Request, made.Pairs, Token);
    }
}
