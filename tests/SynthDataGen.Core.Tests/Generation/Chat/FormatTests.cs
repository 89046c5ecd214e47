using SynthDataGen.Core.Generation;
using SynthDataGen.Testing;

namespace SynthDataGen.Core.Tests.Generation.Chat;

public sealed class FormatTests : ModelCalls
{
    [Fact]
    public async Task The_schema_is_asked_for_first()
    {
        Fake.Answer(FakeAnswer.Grounded);

        await Model().AskAsync(Request, Token);

        var format = Fake.Requests.Single().Body.GetProperty("response_format");
        format.GetProperty("json_schema").GetProperty("strict").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData(new[] { "json_schema" }, "json_object")]
    [InlineData(new[] { "json_schema", "json_object" }, null)]
    public async Task A_refused_format_gives_way_to_the_next_and_is_remembered(string[] refused, string? accepted)
    {
        Fake.AnswerAlways(FakeAnswer.Refusing(FakeAnswer.Grounded, refused));
        var model = Model();
        await model.AskAsync(Request, Token);
        var learned = Fake.Requests.Count;

        await model.AskAsync(Request, Token);

        learned.ShouldBe(refused.Length + 1);
        Fake.Requests.Skip(learned).ShouldHaveSingleItem().Format.ShouldBe(accepted);
    }

    [Fact]
    public async Task A_400_that_no_format_helps_is_a_bad_request_in_its_first_words()
    {
        Fake.Answer(
            FakeAnswer.Status(400, """{"error":{"message":"maximum context length is 512 tokens"}}"""), FakeAnswer.Status(400), FakeAnswer.Status(400));

        var failure = await Should.ThrowAsync<GeneratorException>(Model().AskAsync(Request, Token));

        failure.Reason.ShouldBe(GeneratorException.BadRequest);
        failure.Message.ShouldContain("maximum context length");
    }

    [Fact]
    public async Task A_400_after_a_proven_format_is_not_asked_twice()
    {
        Fake.Answer(FakeAnswer.Grounded, FakeAnswer.Status(400));
        var model = Model();
        await model.AskAsync(Request, Token);

        await Should.ThrowAsync<GeneratorException>(model.AskAsync(Request, Token));

        Fake.Requests.Count.ShouldBe(2);
    }
}
