using SynthDataGen.Client;
using SynthDataGen.Client.Generation;
using SynthDataGen.Client.Review;
using SynthDataGen.EndToEnd.Pages;
using SynthDataGen.EndToEnd.Stack;
using SynthDataGen.Testing;

namespace SynthDataGen.EndToEnd.Review;

/// <summary>A reviewer's morning without a mouse: the database has each step in order.</summary>
public sealed class FortyPairsTests(RunningStack stack) : BrowserTest(stack)
{
    private const int Count = 40;
    private const int Kinds = 8;
    private const string Doubt = "The source says “may”, not “must”; naïve reading.";
    private readonly List<Step> steps = [];
    private IReadOnlyList<Pair> pairs = [];
    private int done;

    [Fact]
    public async Task Forty_pairs_are_handled_with_keys_alone()
    {
        await using var fake = await FakeOpenAI.StartAsync(Cancel);
        fake.AnswerAlways(FakeAnswer.Grounded);
        var workspace = await Stack.NewWorkspaceAsync("Forty pairs", Cancel);
        await workspace.UploadAsync(Cancel, TestFiles.Handbook, TestFiles.Policy, TestFiles.Guide);
        await workspace.Generation.CreateGeneratorAsync(new("model", fake.Address.AbsoluteUri, "model") { IsDefault = true }, Cancel);
        await workspace.RunAsync(new NewRun { MaxPairs = Count, Exactly = true }, Cancel);
        pairs = (await workspace.Review.NextAsync(count: Count, cancellationToken: Cancel)).Items;
        pairs.Count.ShouldBe(Count);
        await using var visit = await Stack.AdministratorAsync(workspace);
        await visit.GoAsync("/review/desk");

        for (var at = 0; at < Count; at++)
        {
            await visit.Desk.ShowsAsync(pairs[at]);
            await HandleAsync(visit.Desk, at);
        }

        await TakeBackAndApproveAsync(visit.Desk, Count - 1, Count - 2, Count - 3);

        visit.Alarms.ShouldBeEmpty();
        await DatabaseShouldAgreeAsync(workspace);
    }

    /// <summary>One of eight ways to handle a pair, in turn.</summary>
    private async Task HandleAsync(DeskPage desk, int at)
    {
        switch (at % Kinds)
        {
            case 0:
                await ApproveAsync(desk, at);
                break;
            case 1:
                await RejectAsync(desk, at);
                break;
            case 2:
                await desk.EditAsync(WordsFor(at));
                await NoteAsync(desk, at, "edit");
                break;
            case 3:
                await ApproveAsync(desk, at);
                await TakeBackAsync(desk, at);
                await desk.RejectAsync(Doubt);
                await NoteAsync(desk, at, "reject", Doubt);
                break;
            case 4:
                await desk.PressAsync("s");
                break;
            case 5:
                await desk.LengthenEvidenceAsync();
                await NoteAsync(desk, at, "edit");
                break;
            case 6:
                await desk.RejectAsync(Doubt);
                await NoteAsync(desk, at, "reject", Doubt);
                break;
            default:
                await desk.PressAsync("k");
                await desk.ShowsAsync(pairs[at - 1]);
                await desk.PressAsync("j");
                await desk.ShowsAsync(pairs[at]);
                await ApproveAsync(desk, at);
                break;
        }
    }

    private async Task TakeBackAndApproveAsync(DeskPage desk, params int[] last)
    {
        foreach (var at in last)
        {
            await TakeBackAsync(desk, at);
        }

        foreach (var at in last.Reverse())
        {
            await desk.ShowsAsync(pairs[at]);
            await ApproveAsync(desk, at);
        }
    }

    private async Task ApproveAsync(DeskPage desk, int at)
    {
        await desk.ApproveAsync();
        await NoteAsync(desk, at, "approve");
    }

    private async Task RejectAsync(DeskPage desk, int at)
    {
        var digit = 1 + (at / Kinds);
        await desk.RejectAsync(digit);
        await NoteAsync(desk, at, "reject", Reasons[digit - 1]);
    }

    private async Task TakeBackAsync(DeskPage desk, int at)
    {
        await desk.TakeBackAsync();
        done--;
        steps.Add(new(pairs[at].Id, "undo", null));
        await desk.ShowsDoneAsync(done);
        await desk.ShowsAsync(pairs[at]);
    }

    private Task NoteAsync(DeskPage desk, int at, string action, string? reason = null)
    {
        done++;
        steps.Add(new(pairs[at].Id, action, reason));
        return desk.ShowsDoneAsync(done);
    }

    private async Task DatabaseShouldAgreeAsync(WorkspaceClient workspace)
    {
        Pair[] now = [];
        await Until.TrueAsync(
            async () => (now = await Task.WhenAll(pairs.Select(pair => workspace.Review.GetAsync(pair.Id, Cancel)))).Sum(pair => pair.History!.Count) >= steps.Count,
            "all decisions are saved",
            Cancel);

        now.SelectMany(pair => pair.History!.Select(decision => (decision.At, Step: new Step(pair.Id, decision.Action, decision.Reason))))
            .OrderBy(one => one.At).Select(one => one.Step).ShouldBe(steps);
        var me = (await (await Stack.StartAsync()).Client.Workspaces.GetMeAsync(Cancel)).Name;
        now.SelectMany(pair => pair.History!).ShouldAllBe(decision => decision.By == me);
        for (var at = 0; at < Count; at++)
        {
            await ShouldStandAsync(now[at], at, workspace);
        }
    }

    private async Task ShouldStandAsync(Pair now, int at, WorkspaceClient workspace)
    {
        var last = steps.FindLast(step => step.PairId == now.Id)?.Action;
        now.Status.ShouldBe(last switch { "approve" or "edit" => "approved", "reject" => "rejected", _ => "pending" });
        now.Question.ShouldBe(pairs[at].Question);
        now.Answer.ShouldBe(last == "edit" && at % Kinds == 2 ? WordsFor(at) : pairs[at].Answer);
        if (last == "edit" && at % Kinds == 5)
        {
            var (first, before) = (now.Evidence[0], pairs[at].Evidence[0]);
            (first.Start, first.End > before.End).ShouldBe((before.Start, true));
            first.Quote.ShouldBe((await workspace.Documents.GetTextAsync(now.DocumentId, cancellationToken: Cancel)).Text[first.Start..first.End]);
            now.History![^1].Before!.Evidence.ShouldBe(pairs[at].Evidence);
        }
        else
        {
            now.Evidence.ShouldBe(pairs[at].Evidence);
        }
    }

    private static string WordsFor(int at) => $"Somebody wrote this by hand for pair {at}: “quoted”, naïve, 100 %.";

    // The desk's default reasons.
    private static readonly string[] Reasons = ["wrong", "not in the source", "unclear", "trivial", "duplicate", "personal data", "off-topic"];

    private sealed record Step(Guid PairId, string Action, string? Reason);
}
