using System.Text.Json;
using SynthDataGen.Core.Data.Documents;
using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Testing;

namespace SynthDataGen.Worker.Tests.Generation;

public sealed class MultiHopRunTests(Stack stack)
{
    private const string Charge = "The accumulator of the press is charged with dry nitrogen to 90 bar.";
    private const string Let = "Before anybody opens the accumulator, its nitrogen is let off through the blue valve.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Related_places_are_asked_about_together_and_evidence_stands_where_it_was_quoted()
    {
        await using var model = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.By(request => IsMultiHop(request) ? Hops : FakeAnswer.Grounded));
        var manual = await ManualAsync();
        var row = await FinishAsync(model, manual, share: 50);
        (row.Run.State, row.Succeeded).ShouldBe((RunState.Finished, 2)); // All sections together, and the two that are related.
        var asked = model.Requests.Single(IsMultiHop);
        asked.Source.ShouldBe($"[1/2] Press > Charging\nPress\n\nCharging\n\n{Charge}\n\n[…]\n\n[2/2] Press > Repair\nRepair\n\n{Let}");
        asked.System.ShouldContain("Question types to use: multi-hop (");
        var text = (await stack.Documents.TextAsync(manual)).Text;
        var pairs = (await stack.Runs.PairsAsync(row.Run)).Where(p => p.QuestionType == QuestionTypes.MultiHop).ToList();
        pairs.SelectMany(p => p.Evidence).Select(e => text[e.Start..e.End]).ShouldBe([Charge, Let, Let]);
        pairs.Select(p => p.Flags.Contains(PairFlags.SingleSource)).ShouldBe([false, true]);
        pairs.ShouldAllBe(p => p.HeadingPath.SequenceEqual(new[] { "Press" }));
    }

    [Fact]
    public async Task With_a_share_of_all_nothing_else_is_asked_and_each_chunk_is_counted_once()
    {
        await using var model = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(Hops);
        var manual = await ManualAsync();
        var row = await FinishAsync(model, manual, share: 100);
        (row.Run.State, row.Succeeded).ShouldBe((RunState.Finished, 1));
        model.Requests.ShouldAllBe(request => IsMultiHop(request));
        var shown = (await stack.Documents.ChunksAsync(manual)).Where(chunk => chunk.InContext).ToList();
        shown.Select(chunk => chunk.HeadingPath[^1]).ShouldBe(["Charging", "Repair"]);
        var report = await stack.Get<RunReportRecords>().ReadAsync(stack.Workspace.Id, row.Run.Id, Token);
        report!.Documents.Single().Asked.ShouldBe(shown.Sum(chunk => chunk.Characters));
    }

    private static FakeAnswer Hops => FakeAnswer.Content(JsonSerializer.Serialize(new
    {
        pairs = new[]
        {
            new { question = "What pressure is let off, and how, before the accumulator is opened?", answer = "90 bar of nitrogen, through the blue valve.", evidence = new[] { Charge, Let }, type = "multi-hop" },
            new { question = "What has to be let off, and where, before a repair?", answer = "The nitrogen, through the blue valve.", evidence = new[] { Let }, type = "multi-hop" },
        },
    }));

    private static bool IsMultiHop(FakeRequest request) => request.Source.StartsWith("[1/2] ", StringComparison.Ordinal);

    private async Task<RunRow> FinishAsync(FakeOpenAI model, DocumentRow manual, int share) => await stack.Runs.EndAsync(
        await stack.Runs.StartAsync(await stack.Runs.GeneratorAsync(model, 4), [manual.Document.Id], multiHopShare: share));

    /// <summary>Two sections that stand apart share terms.</summary>
    private Task<DocumentRow> ManualAsync() => stack.Documents.ReadAsync($"{Guid.CreateVersion7()}.md", string.Join("\n\n",
        "# Press", "## Charging", Charge, "## Canteen", Long("The canteen opens at noon and closes at two."), "## Gate", Long("Visitors register at the gate and wear a badge."),
        "## Shifts", Long("Every shift lasts eight hours with one break."), "## Repair", Let));

    private static string Long(string sentence) => string.Join(' ', Enumerable.Repeat(sentence, 30));
}
