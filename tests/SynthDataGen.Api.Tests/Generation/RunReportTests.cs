using SynthDataGen.Client;
using SynthDataGen.Client.Generation;
using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Generation;

namespace SynthDataGen.Api.Tests.Generation;

public sealed class RunReportTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private GenerationClient Generation => api.Workspace.Generation;

    [Fact]
    public async Task A_report_counts_types_flags_documents_and_time()
    {
        var pairs = await api.Seed.PairsAsync(4);

        var report = await Generation.GetReportAsync(pairs[0].RunId, Token);

        report.Types.ShouldBe([new("factual", 4)]);
        report.Flags.ShouldBe([new("too-short", 2)]);
        var document = report.Documents.ShouldHaveSingleItem();
        (document.Id, document.Contexts, document.Done, document.Pairs).ShouldBe((pairs[0].DocumentId, 1, 1, 4));
        document.Asked.ShouldBe(document.Characters);
        report.Timeline.Sum(moment => moment.Succeeded).ShouldBe(1);
    }

    [Fact]
    public async Task The_report_of_a_run_that_is_not_there_is_not_found() =>
        (await Should.ThrowAsync<SynthDataGenException>(() => Generation.GetReportAsync(Guid.CreateVersion7(), Token))).Code.ShouldBe("run-not-found");

    [Fact]
    public async Task A_failed_context_keeps_its_last_answer_and_is_asked_again_alone()
    {
        var run = await FailedRunAsync();

        var failure = (await Generation.ListFailuresAsync(run, cancellationToken: Token)).Items.ShouldHaveSingleItem();
        (failure.Reason, failure.Message, failure.Reply, failure.Page).ShouldBe(("malformed-reply", "The reply is not JSON.", "Bananas.", 1));

        await Generation.RetryFailureAsync(run, failure.Id, Token);

        var again = await Generation.GetRunAsync(run, Token);
        (again.State, again.Contexts.Pending, again.Contexts.Failed).ShouldBe(("running", 1, 0));
        (await Should.ThrowAsync<SynthDataGenException>(() => Generation.RetryFailureAsync(run, failure.Id, Token))).Code.ShouldBe("not-failed");
    }

    /// <summary>A run with one context, which was answered with nonsense and failed.</summary>
    private async Task<Guid> FailedRunAsync()
    {
        var document = await api.Seed.ReadyDocumentAsync();
        var started = await Generation.StartRunAsync(new NewRun { DocumentIds = [document.Id] }, Token);
        var (plans, generation) = (api.Get<PlanRecords>(), api.Get<GenerationRecords>());
        await plans.SaveAsync((await plans.FindPlannedAsync(started.Id, Token))!, [new(document.Id, document.Revision!.Id, new(0, 0, 0, 10, 3, []), 1)], Token);
        var open = (await generation.LoadAsync(new(started.Id, 0, 0, 0), Token))!;
        await generation.MemoryOf(open, open.Items[0]).KeepAsync("hash", new("Bananas.", "stop", 5, 2, "m"), Token);
        await generation.FailAsync(open.Run, open.Items[0], new(GeneratorException.MalformedReply, "The reply is not JSON."));
        await generation.CloseAsync(open.Run, Token);
        return started.Id;
    }
}
