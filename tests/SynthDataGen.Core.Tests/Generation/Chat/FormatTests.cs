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
        Fake.Answer(FakeAnswer.Status(400, """{"error":{"message":"no such model"}}"""), FakeAnswer.Status(400), FakeAnswer.Status(400));

        var failure = await Should.ThrowAsync<GeneratorException>(Model().AskAsync(Request, Token));

        failure.Reason.ShouldBe(GeneratorException.BadRequest);
        failure.Message.ShouldContain("no such model");
    }

    [Theory]
    [InlineData("This model's maximum context length is 512 tokens")]
    [InlineData("the request exceeds the available context size, try increasing it")]
    public async Task A_400_about_a_prompt_that_is_too_long_says_nothing_of_formats(string message)
    {
        Fake.Answer(FakeAnswer.Status(400, $$$"""{"error":{"message":"{{{message}}}"}}"""), FakeAnswer.Grounded);
        var model = Model();

        (await Should.ThrowAsync<GeneratorException>(model.AskAsync(Request, Token))).Message.ShouldContain(message);

        (await model.AskAsync(Request, Token)).Format.ShouldBe(ResponseFormat.Schema);
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

    [Fact]
    public async Task A_process_that_comes_later_takes_what_its_generator_remembers()
    {
        Fake.AnswerAlways(FakeAnswer.Refusing(FakeAnswer.Grounded, "json_schema"));
        var generator = Generator(Fake.Address.ToString());
        generator.ResponseFormat = (await Generators().For(generator, Key).AskAsync(Request, Token)).Format;
        var learned = Fake.Requests.Count;

        var reply = await Generators().For(generator, Key).AskAsync(Request, Token);

        (learned, Fake.Requests.Count, reply.Format).ShouldBe((2, 3, ResponseFormat.Json));
    }

    [Fact]
    public async Task What_is_remembered_gives_way_where_the_endpoint_has_changed()
    {
        Fake.AnswerAlways(FakeAnswer.Refusing(FakeAnswer.Grounded, "json_schema", "json_object"));
        var generator = Generator(Fake.Address.ToString());
        generator.ResponseFormat = ResponseFormat.Json;

        (await Generators().For(generator, Key).AskAsync(Request, Token)).Format.ShouldBe(ResponseFormat.Text);

        Fake.Requests.Select(request => request.Format).ShouldBe(["json_object", null]);
    }

    [Fact]
    public async Task A_proven_format_that_is_refused_is_learned_anew_with_the_next_call()
    {
        Fake.Answer(FakeAnswer.Grounded);
        Fake.AnswerAlways(FakeAnswer.Refusing(FakeAnswer.Grounded, "json_schema"));
        var model = Model();
        await model.AskAsync(Request, Token);
        await Should.ThrowAsync<GeneratorException>(model.AskAsync(Request, Token));

        (await model.AskAsync(Request, Token)).Format.ShouldBe(ResponseFormat.Json);
    }
}
