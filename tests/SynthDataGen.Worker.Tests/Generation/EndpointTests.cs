using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;
using SynthDataGen.Testing;

namespace SynthDataGen.Worker.Tests.Generation;

/// <summary>
/// Strict, lenient and broken endpoints over real HTTP. Of each run's two contexts the first is answered in the way that a test names,
/// the second well. Nothing crashes, nothing ungrounded passes unflagged, and what failed is listed with its reason and what was said.
/// </summary>
public sealed class EndpointTests(Stack stack) : IAsyncLifetime
{
    private FakeOpenAI model = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => model = await FakeOpenAI.StartAsync(Token);

    public ValueTask DisposeAsync() => model.DisposeAsync();

    [Fact]
    public Task A_refused_schema_gives_way_to_json_mode() => ShouldBeWholeAsync(FakeAnswer.Refusing(FakeAnswer.Grounded, "json_schema"));

    [Fact]
    public Task A_refused_json_mode_gives_way_to_the_prompt_alone() => ShouldBeWholeAsync(FakeAnswer.Refusing(FakeAnswer.Grounded, "json_schema", "json_object"));

    [Fact]
    public Task A_code_fence_is_taken_off() => ShouldBeWholeAsync(FakeAnswer.Fenced);

    [Fact]
    public Task A_reasoning_block_before_the_json_is_left_out() => ShouldBeWholeAsync(FakeAnswer.Reasoned);

    [Fact]
    public Task A_wrong_content_type_matters_little_where_the_body_is_right() => ShouldBeWholeAsync(FakeAnswer.Typed("text/plain"));

    [Fact]
    public async Task An_answer_cut_at_its_length_is_asked_for_again_with_fewer_pairs()
    {
        var row = await RunAsync(FakeAnswer.By(request => request.Pairs > 1 ? FakeAnswer.Completion(Half, "length") : FakeAnswer.Grounded));

        (row.Run.State, row.Pairs, model.Calls).ShouldBe((RunState.Finished, 1 + 2, 1 + 2));
        await ShouldBeGroundedAsync(row);
    }

    [Fact]
    public async Task An_answer_that_only_ever_is_cut_at_its_length_fails_as_truncated()
    {
        var failed = await FailureAsync(FakeAnswer.Completion(Half, "length"));

        ShouldSay(failed, GeneratorException.Truncated, "{\"pairs\":[");
    }

    [Fact]
    public async Task An_answer_that_stops_amid_a_pair_keeps_the_whole_pairs_before_it()
    {
        var row = await RunAsync(FakeAnswer.Completion(AllButTheTail));

        (row.Run.State, row.Pairs).ShouldBe((RunState.Finished, 1 + 2));
        await ShouldBeGroundedAsync(row);
    }

    [Fact]
    public async Task An_answer_that_stops_before_its_first_pair_is_whole_is_asked_for_again()
    {
        model.Answer(FakeAnswer.HalfJson);

        await ShouldBeWholeAsync(FakeAnswer.Grounded);

        model.Calls.ShouldBe(1 + 2);
    }

    [Fact]
    public async Task Wrong_keys_fail_as_malformed() =>
        ShouldSay(await FailureAsync(FakeAnswer.Content("""{"items":[{"q":"Who?","a":"Nobody."}]}""")), GeneratorException.MalformedReply, "\"q\":\"Who?\"");

    [Fact]
    public async Task Wrong_keys_of_pairs_fail_as_malformed() =>
        ShouldSay(await FailureAsync(FakeAnswer.Content("""{"pairs":[{"q":"Who?","a":"Nobody."}]}""")), GeneratorException.MalformedReply, "\"q\":\"Who?\"");

    [Fact]
    public async Task An_empty_answer_fails_as_empty() => ShouldSay(await FailureAsync(FakeAnswer.Empty), GeneratorException.EmptyReply, "");

    [Fact]
    public async Task A_refusal_in_its_own_field_fails_as_refused() => ShouldSay(
        await FailureAsync(FakeAnswer.Status(200, """{"choices":[{"message":{"content":null,"refusal":"That I will not do."},"finish_reason":"stop"}]}""")),
        GeneratorException.Refused,
        "That I will not do.");

    [Fact]
    public async Task A_refusal_in_words_fails_as_refused() =>
        ShouldSay(await FailureAsync(FakeAnswer.Content("I'm sorry, but I can't help with that.")), GeneratorException.Refused, "I'm sorry");

    [Fact]
    public async Task A_filtered_answer_fails_as_refused() =>
        ShouldSay(await FailureAsync(FakeAnswer.Content("{\"pairs\":[]}", "content_filter")), GeneratorException.Refused, "{\"pairs\":[]}");

    [Fact]
    public async Task No_json_at_all_fails_as_malformed() => ShouldSay(await FailureAsync(FakeAnswer.Nonsense), GeneratorException.MalformedReply, "Bananas");

    [Fact]
    public async Task An_html_page_that_says_200_fails_as_the_servers_error() =>
        ShouldSay(await FailureAsync(FakeAnswer.Page("text/html", "<html><h1>Bad gateway</h1></html>")), GeneratorException.ServerError, "<h1>Bad gateway</h1>");

    [Fact]
    public async Task A_stream_that_nobody_asked_for_fails_as_the_servers_error() => ShouldSay(
        await FailureAsync(FakeAnswer.Page("text/event-stream", "data: {\"choices\":[{\"delta\":{\"content\":\"{\"}}]}\n\ndata: [DONE]\n\n")),
        GeneratorException.ServerError,
        "data: [DONE]");

    [Fact]
    public async Task An_answer_without_an_end_is_bounded_and_fails_as_malformed()
    {
        var failed = await FailureAsync(FakeAnswer.Endless);

        ShouldSay(failed, GeneratorException.MalformedReply, "xxx");
        failed.Item.FailureMessage!.ShouldContain("more than 8 MB");
        failed.Reply!.Length.ShouldBe(100_000);
        model.Calls.ShouldBe(2); // It is not asked for again.
    }

    [Fact]
    public async Task A_connection_that_is_cut_amid_an_answer_fails_as_unreachable()
    {
        var failed = await FailureAsync(FakeAnswer.CutInTheMiddle);

        (failed.Item.FailureReason, failed.Reply).ShouldBe((GeneratorException.Unreachable, null));
        model.Calls.ShouldBe(2 + 1); // But it is asked for again.
    }

    [Fact]
    public async Task Silence_fails_as_timed_out()
    {
        var failed = await FailureAsync(FakeAnswer.Hang);

        (failed.Item.FailureReason, failed.Reply).ShouldBe((GeneratorException.TimedOut, null));
    }

    [Fact]
    public async Task A_call_that_is_refused_as_bad_fails_with_what_the_endpoint_said() => ShouldSay(
        await FailureAsync(FakeAnswer.Status(400, """{"error":{"message":"maximum context length is 512 tokens"}}""")),
        GeneratorException.BadRequest,
        "maximum context length");

    [Fact]
    public async Task Quotes_that_stand_nowhere_are_flagged()
    {
        var row = await RunAsync(FakeAnswer.WrongQuotes);

        row.Run.State.ShouldBe(RunState.Finished);
        var ungrounded = (await stack.Runs.PairsAsync(row.Run)).Select(p => (p.Context, p.Flags.Contains(PairFlags.Ungrounded)));
        ungrounded.ShouldBe([(0, true), (0, true), (1, false), (1, false)]);
    }

    [Fact]
    public async Task Pairs_without_quotes_are_flagged()
    {
        var row = await RunAsync(FakeAnswer.Content("""{"pairs":[{"question":"Who opened the first station of the line?","answer":"The coastal railway opened it in spring."}]}"""));

        (await stack.Runs.PairsAsync(row.Run)).Where(p => p.Context == 0).ShouldHaveSingleItem().Flags.ShouldContain(PairFlags.Ungrounded);
    }

    private static string Half(FakeRequest request) => GroundedReply.For(request)[..40];

    private static string AllButTheTail(FakeRequest request) => GroundedReply.For(request)[..^20];

    /// <summary>A run whose first context is answered like this.</summary>
    private async Task<RunRow> RunAsync(FakeAnswer first)
    {
        model.AnswerAlways(FakeAnswer.By(request => request.Source.Contains("Station 1 was", StringComparison.Ordinal) ? first : FakeAnswer.Grounded));
        return await stack.Runs.FinishAsync(model, await stack.Documents.BookAsync(2));
    }

    private async Task ShouldBeWholeAsync(FakeAnswer first)
    {
        var row = await RunAsync(first);
        (row.Run.State, row.Succeeded, row.Pairs).ShouldBe((RunState.Finished, 2, 4));
        await ShouldBeGroundedAsync(row);
    }

    private async Task ShouldBeGroundedAsync(RunRow row)
    {
        var texts = await stack.Runs.TextsAsync(row.Run);
        foreach (var pair in await stack.Runs.PairsAsync(row.Run))
        {
            pair.Flags.ShouldNotContain(PairFlags.Ungrounded);
            pair.Evidence.ShouldAllBe(evidence => evidence.Match == EvidenceMatch.Exact && texts[pair.RunItemId].Contains(evidence.Quote));
        }
    }

    /// <summary>The context that failed, and it alone, where it is answered like this.</summary>
    private async Task<FailedContext> FailureAsync(FakeAnswer first)
    {
        var row = await RunAsync(first);
        (row.Run.State, row.Succeeded, row.Failed, row.Pairs).ShouldBe((RunState.FinishedWithFailures, 1, 1, 2));
        await ShouldBeGroundedAsync(row);
        var failed = (await stack.Get<FailedContextRecords>().ListAsync(stack.Workspace.Id, row.Run.Id, null, 10, Token)).ShouldHaveSingleItem();
        (row.Failures.Single().Reason, failed.Item.Ordinal).ShouldBe((failed.Item.FailureReason!, 0));
        return failed;
    }

    private static void ShouldSay(FailedContext failed, string reason, string said)
    {
        failed.Item.FailureReason.ShouldBe(reason);
        failed.Item.FailureMessage.ShouldNotBeNullOrWhiteSpace();
        failed.Reply.ShouldNotBeNull().ShouldContain(said);
    }
}
