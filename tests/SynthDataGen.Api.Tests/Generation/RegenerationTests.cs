using System.Text.Json;
using Microsoft.Extensions.Options;
using SynthDataGen.Client;
using SynthDataGen.Client.Generation;
using SynthDataGen.Client.Review;
using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Testing;
using Generator = SynthDataGen.Client.Generation.Generator;

namespace SynthDataGen.Api.Tests.Generation;

/// <summary>Asking a pair's generator for it anew, over a real endpoint.</summary>
public sealed class RegenerationTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static readonly string[] Words = ["Sentence 2 says that item 2 weighs 2 kilograms."];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private GenerationClient Generation => api.Workspace.Generation;

    private ReviewClient Review => api.Workspace.Review;

    [Fact]
    public async Task A_remark_brings_a_candidate_and_leaves_the_pair_as_it_is()
    {
        await using var model = await FakeOpenAI.StartAsync(Token);
        model.Answer(Pair("What do the scales show for item 2?", "They show 2 kilograms for item 2.", Words));
        var (_, pair) = await PairAsync(model, "good");

        var made = await Review.RegenerateAsync(pair.Id, new(" about\nitem 2 ", pair.Version), Token);

        made.Failure.ShouldBeNull();
        made.Pair!.Question.ShouldBe("What do the scales show for item 2?");
        made.Pair.Evidence.Select(one => (one.Quote, one.Match, one.Page)).ShouldBe([(Words[0], "exact", 2)]);
        made.Pair.Flags.ShouldBeEmpty();
        (made.Generator, made.Model, made.Kept, made.Cost).ShouldBe(("good", "m", false, ((made.Tokens.Input * 2m) + (made.Tokens.Output * 8m)) / 1_000_000));
        var asked = model.Requests.ShouldHaveSingleItem();
        asked.User.ShouldEndWith("The reviewer's remark: about item 2");
        asked.User.ShouldContain(JsonSerializer.Serialize(pair.Question));
        var now = await Review.GetAsync(pair.Id, Token);
        (now.Version, now.Question, now.Answer).ShouldBe((pair.Version, pair.Question, pair.Answer));
        now.History!.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_remark_is_paid_for_once_and_counts_for_the_run()
    {
        await using var model = await FakeOpenAI.StartAsync(Token);
        model.Answer(FakeAnswer.Grounded, FakeAnswer.Grounded);
        var (_, pair) = await PairAsync(model, "paid");

        var first = await Review.RegenerateAsync(pair.Id, new("shorter", pair.Version), Token);
        var again = await Review.RegenerateAsync(pair.Id, new("shorter", pair.Version), Token);
        var other = await Review.RegenerateAsync(pair.Id, new("longer", pair.Version), Token);

        (first.Kept, again.Kept, other.Kept, model.Calls).ShouldBe((false, true, false, 2));
        (again.Pair!.Answer, again.Tokens, again.Cost).ShouldBe((first.Pair!.Answer, new TokenCounts(0, 0), 0));
        (await Generation.GetRunAsync(pair.RunId, Token)).Tokens.Input.ShouldBe(first.Tokens.Input + other.Tokens.Input);
    }

    [Fact]
    public async Task Taking_the_candidate_is_an_edit_that_says_why()
    {
        await using var model = await FakeOpenAI.StartAsync(Token);
        model.Answer(Pair("How many kilograms does item 2 have?", "Item 2 weighs 2 kilograms.", Words));
        var (_, pair) = await PairAsync(model, "taken");
        var made = (await Review.RegenerateAsync(pair.Id, new("item 2", pair.Version), Token)).Pair!;

        var edited = await Review.DecideAsync(
            pair.Id, new("edit", pair.Version)
            {
                Question = made.Question, Answer = made.Answer, Reason = "regenerated: item 2",
                Evidence = [.. made.Evidence.Select(one => new TextSpan(one.Start, one.End))],
            }, Token);

        (edited.Status, edited.Question, edited.Evidence[0].Quote).ShouldBe(("approved", made.Question, Words[0]));
        edited.History!.ShouldHaveSingleItem().Reason.ShouldBe("regenerated: item 2");
        (await Should.ThrowAsync<PairChangedException>(() => Review.RegenerateAsync(pair.Id, new("shorter", pair.Version), Token))).Current.Version.ShouldBe(edited.Version);
    }

    [Fact]
    public async Task All_checks_look_at_the_candidate()
    {
        await using var model = await FakeOpenAI.StartAsync(Token);
        model.Answer(
            Pair("Who negotiates with lighthouses?", "Purple elephants do, 14 times a year.", ["Purple elephants negotiate."]),
            Pair("How heavy is the item 3?", "It weighs 3 kilograms.", ["Sentence 3 says that item 3 weighs 3 kilograms."]));
        var (pairs, pair) = await PairAsync(model, "flagged");
        await api.Get<Core.Data.Generation.DuplicateRecords>().MarkAsync(new(pair.RunId, 0, 0, 0), Token);
        await Review.DecideAsync(pairs[2].Id, new("edit", pairs[2].Version) { Question = "How heavy is item 3?" }, Token);

        var ungrounded = (await Review.RegenerateAsync(pair.Id, new("elephants", pair.Version), Token)).Pair!;
        var duplicate = (await Review.RegenerateAsync(pair.Id, new("item 3", pair.Version), Token)).Pair!;

        ungrounded.Flags.ShouldContain("ungrounded");
        ungrounded.Evidence.ShouldHaveSingleItem().Match.ShouldBe("missing");
        duplicate.Flags.ShouldContain("duplicate");
    }

    [Fact]
    public async Task An_answer_of_no_use_is_asked_again_and_is_not_taken_for_an_answer_later()
    {
        await using var model = await FakeOpenAI.StartAsync(Token);
        model.Answer(FakeAnswer.Nonsense, FakeAnswer.HalfJson, FakeAnswer.Nonsense, FakeAnswer.Fenced);
        var (_, pair) = await PairAsync(model, "useless");

        var failed = await Review.RegenerateAsync(pair.Id, new("shorter", pair.Version), Token);
        var made = await Review.RegenerateAsync(pair.Id, new("shorter", pair.Version), Token);

        (failed.Pair, failed.Failure!.Reason, failed.Kept, model.Calls).ShouldBe((null, "malformed-reply", false, 4));
        failed.Failure.Message.ShouldEndWith("Ask again, or edit the pair.");
        failed.Tokens.Output.ShouldBeGreaterThan(0);
        (made.Failure, made.Kept).ShouldBe((null, false));
        made.Pair.ShouldNotBeNull();
    }

    public static TheoryData<string, FakeAnswer, string, string> Failing => new()
    {
        { "refusing", FakeAnswer.Content("I'm sorry, but I can't help with that."), "refused", "Word the remark otherwise" },
        { "shy", FakeAnswer.Content("""{"pairs":[]}"""), "nothing-written", "the text may not hold what the remark asks for" },
        { "locked", FakeAnswer.Status(401), "unauthorized", "Enter a key that is accepted" },
        { "busy", FakeAnswer.Status(429), "rate-limited", "Wait a little" },
        { "broken", FakeAnswer.Status(500), "server-error", "Test the generator" },
        { "cut", FakeAnswer.Content("""{"pairs":[{"question":"W""", "length"), "truncated", "Ask for a shorter answer" },
    };

    [Theory]
    [MemberData(nameof(Failing), DisableDiscoveryEnumeration = true)]
    public async Task A_failure_says_what_to_do(string name, FakeAnswer answer, string reason, string advice)
    {
        await using var model = await FakeOpenAI.StartAsync(Token);
        model.Answer(answer);
        var (_, pair) = await PairAsync(model, name);

        var made = await Review.RegenerateAsync(pair.Id, new("shorter", pair.Version), Token);

        (made.Pair, made.Failure!.Reason, model.Calls).ShouldBe((null, reason, 1));
        made.Failure.Message.ShouldContain(advice);
    }

    [Fact]
    public async Task An_endpoint_that_does_not_answer_is_not_waited_for_without_end()
    {
        await using var model = await FakeOpenAI.StartAsync(Token);
        model.Answer(FakeAnswer.Hang);
        var (_, pair) = await PairAsync(model, "silent");
        var options = api.Get<IOptions<GenerationOptions>>().Value;
        var usual = options.CallTimeout;
        options.CallTimeout = TimeSpan.FromMilliseconds(200);
        try
        {
            var made = await Review.RegenerateAsync(pair.Id, new("shorter", pair.Version), Token);
            (made.Failure!.Reason, model.Calls).ShouldBe(("timed-out", 1));
        }
        finally
        {
            options.CallTimeout = usual;
        }
    }

    [Fact]
    public async Task Calls_at_once_stay_within_the_generators_limit()
    {
        await using var model = await FakeOpenAI.StartAsync(Token);
        model.AnswerAlways(FakeAnswer.Grounded).Latency = TimeSpan.FromMilliseconds(100);
        var (pairs, _) = await PairAsync(model, "narrow", concurrency: 1);

        var made = await Task.WhenAll(pairs.Select(pair => Review.RegenerateAsync(pair.Id, new("shorter", pair.Version), Token)));

        made.ShouldAllBe(one => one.Pair != null);
        (model.Calls, model.MaxInFlight).ShouldBe((3, 1));
    }

    [Fact]
    public async Task Where_the_generator_is_gone_the_default_one_is_asked_and_rules_take_no_remarks()
    {
        await using var gone = await FakeOpenAI.StartAsync(Token);
        await using var model = await FakeOpenAI.StartAsync(Token);
        model.Answer(FakeAnswer.Grounded);
        var (_, pair) = await PairAsync(gone, "gone");
        var other = await CreateAsync(model, "its successor");
        await Generation.DeleteGeneratorAsync((await Generation.ListGeneratorsAsync(Token)).Items.Single(g => g.Name == "gone").Id, Token);

        (await Review.RegenerateAsync(pair.Id, new("shorter", pair.Version), Token)).Generator.ShouldBe("its successor");
        await Generation.DeleteGeneratorAsync(other.Id, Token);
        var refused = await Should.ThrowAsync<SynthDataGenException>(() => Review.RegenerateAsync(pair.Id, new("shorter", pair.Version), Token));

        (refused.Status, refused.Code).ShouldBe((400, "generator-takes-no-remarks"));
        refused.Message.ShouldContain("Edit the pair");
    }

    [Fact]
    public async Task What_is_no_remark_and_no_pair_is_refused()
    {
        var pair = (await api.Seed.PairsAsync(1))[0];
        foreach (var remark in new[] { "", "  ", new string('x', 501), "nul \0", null! })
        {
            (await Should.ThrowAsync<SynthDataGenException>(() => Review.RegenerateAsync(pair.Id, new(remark, 1), Token))).Code.ShouldBe("bad-remark");
        }

        (await Should.ThrowAsync<SynthDataGenException>(() => Review.RegenerateAsync(Guid.CreateVersion7(), new("shorter", 1), Token))).Code.ShouldBe("pair-not-found");
    }

    /// <summary>The first of three pairs that this model's generator made, and all of them.</summary>
    private async Task<(IReadOnlyList<Client.Review.Pair> All, Client.Review.Pair First)> PairAsync(FakeOpenAI model, string name, int concurrency = 4)
    {
        await CreateAsync(model, name, concurrency);
        var pairs = await api.Seed.PairsAsync(3);
        return (pairs, pairs[0]);
    }

    private Task<Generator> CreateAsync(FakeOpenAI model, string name, int concurrency = 4) =>
        Generation.CreateGeneratorAsync(new(name, model.Address.ToString(), "m") { Concurrency = concurrency, InputPrice = 2, OutputPrice = 8, IsDefault = true }, Token);

    private static FakeAnswer Pair(string question, string answer, IReadOnlyList<string> evidence) =>
        FakeAnswer.Content(JsonSerializer.Serialize(new { pairs = new[] { new { question, answer, evidence, type = "reasoning", difficulty = "hard" } } }));
}
