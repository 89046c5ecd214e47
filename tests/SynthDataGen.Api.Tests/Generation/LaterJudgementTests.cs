using SynthDataGen.Client;
using SynthDataGen.Client.Generation;
using SynthDataGen.Core.Data.Generation;

namespace SynthDataGen.Api.Tests.Generation;

/// <summary>Pairs that are to be judged after their run has ended; of three seeded ones, the judge said nothing of one.</summary>
public sealed class LaterJudgementTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private GenerationClient Generation => api.Workspace.Generation;

    [Fact]
    public async Task A_run_that_has_ended_goes_on_with_what_is_to_be_judged()
    {
        var run = (await api.Seed.PairsAsync(3))[0].RunId;
        var judge = await Generation.CreateGeneratorAsync(new("later judge", "http://127.0.0.1:9/v1", "m"), Token);

        var judged = await Generation.JudgeRunAsync(run, judge.Name, Token);

        (judged.State, judged.UnjudgedPairs, judged.ToJudge, judged.Contexts.Pending, judged.FinishedAt).ShouldBe(("running", 1, 1, 0, null));
        judged.Summary.ShouldContain("judging, the pairs of 1 of 1 contexts left");
        var open = (await api.Get<GenerationRecords>().LoadAsync(new(run, 1, 0, 0), Token))!;
        (open.Judge!.Id, open.Items.ShouldHaveSingleItem().ToJudge, open.Items[0].Round).ShouldBe((judge.Id, true, 1));
        await RefusedAsync("not-ended", run, judge.Name);
    }

    [Fact]
    public async Task Cancelled_meanwhile_it_is_resumed_with_what_is_to_be_judged()
    {
        var run = (await api.Seed.PairsAsync(3))[0].RunId;
        var judge = await Generation.CreateGeneratorAsync(new("cancelled judge", "http://127.0.0.1:9/v1", "m"), Token);
        await Generation.JudgeRunAsync(run, judge.Name, Token);

        var cancelled = await Generation.CancelRunAsync(run, Token);
        var resumed = await Generation.ResumeRunAsync(run, Token);

        cancelled.Summary.ShouldContain("the pairs of 1 context not judged");
        (resumed.State, resumed.ToJudge).ShouldBe(("running", 1));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("extractive")]
    [InlineData("nobody")]
    public async Task Without_a_model_nothing_is_judged(string? generator) =>
        await RefusedAsync("no-judge", (await api.Seed.PairsAsync(3))[0].RunId, generator);

    [Fact]
    public async Task Where_all_is_judged_there_is_nothing_to_do()
    {
        var run = (await api.Seed.PairsAsync(2))[0].RunId;
        await Generation.CreateGeneratorAsync(new("idle judge", "http://127.0.0.1:9/v1", "m"), Token);

        await RefusedAsync("nothing-to-judge", run, "idle judge");
    }

    [Fact]
    public async Task A_run_that_is_not_there_is_not_found() => await RefusedAsync("run-not-found", Guid.CreateVersion7(), null);

    private async Task RefusedAsync(string code, Guid run, string? generator) =>
        (await Should.ThrowAsync<SynthDataGenException>(() => Generation.JudgeRunAsync(run, generator, Token))).Code.ShouldBe(code);
}
