using System.Text.Json;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Chat;
using SynthDataGen.Core.Generation.Replies;
using SynthDataGen.Testing;

namespace SynthDataGen.Core.Tests.Generation.Chat;

public sealed class ModelPairGeneratorTests : ModelCalls
{
    [Fact]
    public async Task An_answer_comes_back_with_what_it_cost()
    {
        Fake.Answer(FakeAnswer.Grounded);

        var reply = await Model().AskAsync(Request, Token);

        reply.Model.ShouldBe("test-model");
        reply.FinishReason.ShouldBe("stop");
        reply.InputTokens.ShouldBeGreaterThan(100);
        reply.OutputTokens.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task The_key_travels_in_the_header_alone()
    {
        Fake.Answer(FakeAnswer.Grounded);

        await Model().AskAsync(Request, Token);

        Fake.Requests.Single().Authorization.ShouldBe($"Bearer {Key}");
        Fake.Requests.Single().Body.GetRawText().ShouldNotContain(Key);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public async Task Without_a_key_no_header_is_sent(string? key)
    {
        Fake.Answer(FakeAnswer.Grounded);

        await Model(key: key).AskAsync(Request, Token);

        Fake.Requests.Single().Authorization.ShouldBeNull();
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_refused_key_is_not_tried_again_and_never_shown(int status)
    {
        Fake.Answer(FakeAnswer.Status(status, $$$"""{"error":{"message":"Incorrect API key provided: {{{Key}}}"}}"""));

        var failure = await Should.ThrowAsync<GeneratorException>(Model().AskAsync(Request, Token));

        failure.Reason.ShouldBe(GeneratorException.Unauthorized);
        failure.ToString().ShouldNotContain(Key);
        failure.RawReply.ShouldNotBeNull().ShouldNotContain(Key);
    }

    [Fact]
    public async Task An_exhausted_quota_is_not_tried_again()
    {
        Fake.Answer(FakeAnswer.Status(429, """{"error":{"message":"You exceeded your quota","code":"insufficient_quota"}}"""));

        var failure = await Should.ThrowAsync<GeneratorException>(Model().AskAsync(Request, Token));

        failure.Message.ShouldContain("quota");
    }

    [Theory]
    [InlineData("this is HTML, perhaps")]
    [InlineData("[]")]
    [InlineData("{\"choices\":[]}")]
    [InlineData("{\"error\":{\"message\":\"the model is loading\"}}")]
    [InlineData("{\"choices\":[{\"message\":{\"content\":\"\\ud800\"}}]}")]
    public async Task A_200_that_is_no_completion_is_the_endpoints_fault_and_kept(string body)
    {
        Fake.Answer(FakeAnswer.Status(200, body));

        var failure = await Should.ThrowAsync<GeneratorException>(Model().AskAsync(Request, Token));

        (failure.Reason, failure.IsTransient, failure.RawReply).ShouldBe((GeneratorException.ServerError, true, body));
    }

    [Fact]
    public async Task A_completion_without_words_is_empty()
    {
        Fake.Answer(FakeAnswer.Status(200, """{"choices":[{"message":{},"finish_reason":"eos"}],"usage":null}"""));

        var reply = await Model().AskAsync(Request, Token);

        Should.Throw<GeneratorException>(() => PairParser.Read(reply)).Reason.ShouldBe(GeneratorException.EmptyReply);
    }

    [Fact]
    public async Task A_refusal_field_is_a_refusal()
    {
        Fake.Answer(FakeAnswer.Status(200, """{"choices":[{"message":{"refusal":"No.","content":null},"finish_reason":"stop"}]}"""));

        var reply = await Model().AskAsync(Request, Token);

        reply.FinishReason.ShouldBe("refusal");
        reply.Content.ShouldBe("No.");
    }

    [Theory]
    [InlineData("""{"choices":[{"message":{"content":"Yes."},"finish_reason":"eos"}]}""", "eos", 0)]
    [InlineData("""{"choices":[{"message":{"content":"Yes."},"finish_reason":null}]}""", "", 0)]
    [InlineData("""{"choices":[{"message":{"content":"Yes."}}]}""", "stop", 0)]
    [InlineData("""{"choices":[{"message":{"content":"Yes."},"finish_reason":"stop"}],"usage":{"prompt_tokens":7,"completion_tokens":"two"}}""", "stop", 7)]
    [InlineData("""{"choices":[{"message":{"content":"Yes."},"finish_reason":"stop"}],"usage":{"prompt_tokens":7}}""", "stop", 7)]
    [InlineData("""{"choices":[{"message":{"role":"bot","content":"Yes."},"finish_reason":"stop"}],"created":"yesterday"}""", "stop", 0)]
    [InlineData("""{"choices":[{"message":{"content":"Yes."},"finish_reason":"stop"}],"created":17000000000000000}""", "stop", 0)]
    [InlineData("""{"choices":[{"message":{"content":[{"type":"output_text","text":"Yes."}]},"finish_reason":"stop"}]}""", "stop", 0)]
    [InlineData("""{"choices":[{"message":{"content":[{"text":"Y"},{"text":"es."}]},"finish_reason":"stop"}]}""", "stop", 0)]
    [InlineData("""{"choices":[{"message":{"content":"Yes.","refusal":false,"tool_calls":{}},"finish_reason":"stop"}]}""", "stop", 0)]
    [InlineData("""{"id":7,"model":8,"choices":[{"index":"0","message":{"content":"Yes."},"finish_reason":"stop"}]}""", "stop", 0)]
    [InlineData("""{"choices":[{"message":{"content":"Yes.","tool_calls":null,"annotations":null,"audio":null},"logprobs":[],"finish_reason":"stop"}]}""", "stop", 0)]
    public async Task An_odd_reply_that_was_paid_for_is_read(string body, string finish, int inputTokens)
    {
        Fake.Answer(FakeAnswer.Status(200, body));

        var reply = await Model().AskAsync(Request, Token);

        (reply.Content, reply.FinishReason, reply.InputTokens, reply.Model).ShouldBe(("Yes.", finish, inputTokens, "test-model"));
    }

    [Fact]
    public async Task Replies_to_calls_at_the_same_time_are_not_mixed_up()
    {
        Fake.AnswerAlways(FakeAnswer.By(request => FakeAnswer.Content(request.Source, "eos")));
        var model = Model();
        var texts = Enumerable.Range(0, 50).Select(number => $"Sentence {number} of the document says something else.").ToArray();

        var replies = await Task.WhenAll(texts.Select(text => model.AskAsync(Request with { Text = text }, Token)));

        replies.Select(reply => reply.Content).ShouldBe(texts);
    }

    [Fact]
    public async Task A_call_has_plain_messages_that_every_server_reads()
    {
        Fake.Answer(FakeAnswer.Grounded);

        await Model().AskAsync(Request, Token);

        var body = Fake.Requests.Single().Body;
        body.EnumerateObject().Select(member => member.Name).ShouldBe(["messages", "model", "response_format"], ignoreOrder: true);
        body.GetProperty("messages").EnumerateArray().Select(message => (message.GetProperty("role").GetString(), message.GetProperty("content").ValueKind))
            .ShouldBe([("system", JsonValueKind.String), ("user", JsonValueKind.String)]);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        Fake.Answer(FakeAnswer.Status(307, "moved"));

        var failure = await Should.ThrowAsync<GeneratorException>(Model().AskAsync(Request, Token));

        failure.Reason.ShouldBe(GeneratorException.BadRequest);
    }

    [Theory]
    [InlineData("ftp://example.org/v1")]
    [InlineData("file:///etc/passwd")]
    [InlineData("localhost:11434")]
    [InlineData("")]
    [InlineData("http://user:secret@example.org/v1")]
    public void An_address_that_cannot_be_used_is_refused(string address)
    {
        var failure = Should.Throw<GeneratorException>(() => Generators().For(Generator(address), null));

        failure.Reason.ShouldBe(GeneratorException.BadRequest);
        failure.Message.ShouldNotContain("secret");
    }
}
