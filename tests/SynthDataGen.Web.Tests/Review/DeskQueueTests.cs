using System.Text.Json;
using Bunit;
using SynthDataGen.Client.Review;
using SynthDataGen.Web.Review;

namespace SynthDataGen.Web.Tests.Review;

/// <summary>Leases, an absent server, and decisions on their way when the page was lost.</summary>
public sealed class DeskQueueTests : DeskTest
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    [Fact]
    public async Task Pairs_on_other_desks_are_not_given_out()
    {
        Api.Elsewhere.Add(Data.Pairs[0].Id);
        var desk = await OpenAsync();
        desk.Find(Id("desk-question")).TextContent.ShouldBe(Data.Pairs[1].Question);
    }

    [Fact]
    public async Task Undecided_pairs_are_returned_when_the_page_closes()
    {
        var desk = await OpenAsync();
        await PressAsync(desk, "a", "s");
        await desk.Instance.DisposeAsync();
        Data.Pairs[0].Status.ShouldBe("approved");
        Api.Returned.ShouldContain(Data.Pairs[2].Id);
        Api.Returned.ShouldNotContain(Data.Pairs[0].Id);
    }

    [Fact]
    public async Task Leases_are_renewed_and_lost_pairs_disappear()
    {
        var time = new SteppedTime();
        var lost = new List<Guid>();
        await using var leases = new DeskLeases(Client.Review, time, () => [Data.Pairs[0].Id, Data.Pairs[1].Id], ids => lost.AddRange(ids));
        leases.Took(time.GetUtcNow().AddMinutes(9));
        Api.Elsewhere.Add(Data.Pairs[1].Id);
        time.Step(TimeSpan.FromMinutes(2.9));
        lost.ShouldBeEmpty();
        time.Step(TimeSpan.FromMinutes(0.2));
        await UntilAsync(() => lost.Count == 1);
        lost.ShouldBe([Data.Pairs[1].Id]);
    }

    [Fact]
    public async Task Decisions_wait_for_an_absent_server_and_keep_their_order()
    {
        var desk = await OpenAsync();
        Api.Break("/decisions", 503, "The server is away.");
        await PressAsync(desk, "a", "r", "1");
        (await FindAsync(desk, Id("desk-away"))).TextContent.ShouldContain("2 unsent decisions");
        Data.Pairs[0].Status.ShouldBe("pending");
        Api.Mend();
        await EventuallyAsync(desk, () => (Data.Pairs[0].Status, Data.Pairs[1].Status).ShouldBe(("approved", "rejected")));
        await EventuallyAsync(desk, () => desk.FindAll(Id("desk-away")).ShouldBeEmpty());
    }

    [Fact]
    public async Task An_ended_session_leads_through_the_sign_in_and_back()
    {
        Address.NavigateTo("/review/desk");
        var desk = await OpenAsync();
        Api.Break("/decisions", 401, "The session is over.");
        await PressAsync(desk, "a");
        await EventuallyAsync(desk, () => Address.Uri.ShouldEndWith("/signin?returnUrl=%2Freview%2Fdesk"));
    }

    [Fact]
    public async Task Lost_decisions_are_sent_again_and_reported()
    {
        Leave(new UnsentDecision(Data.Pairs[3].Id, new("approve", 1)), new UnsentDecision(Data.Pairs[4].Id, new("reject", 1) { Reason = "unclear" }));
        var desk = await OpenAsync();
        (await FindAsync(desk, Id("desk-notice"))).TextContent.ShouldContain("2 decisions");
        await EventuallyAsync(desk, () => (Data.Pairs[3].Status, Data.Pairs[4].History![^1].Reason).ShouldBe(("approved", "unclear")));
    }

    [Fact]
    public async Task A_pair_decided_before_the_loss_can_still_be_undone()
    {
        Leave(new UnsentDecision(Data.Pairs[0].Id, new("approve", 1)), new UnsentDecision(Data.Pairs[1].Id, new("reject", 1)));
        var desk = await OpenAsync();
        await EventuallyAsync(desk, () => desk.Find(Id("desk-question")).TextContent.ShouldBe(Data.Pairs[2].Question));
        await EventuallyAsync(desk, () => (Data.Pairs[0].Status, Data.Pairs[1].Status).ShouldBe(("approved", "rejected")));
        await PressAsync(desk, "u");
        desk.Find(Id("desk-question")).TextContent.ShouldBe(Data.Pairs[1].Question);
        await EventuallyAsync(desk, () => (Data.Pairs[1].Status, Data.Pairs[1].Version).ShouldBe(("pending", 3)));
    }

    [Fact]
    public async Task A_pair_decided_by_others_during_the_loss_takes_no_key()
    {
        var desk = await OpenAsync();
        Data.Pairs[0] = Data.Pairs[0] with { Status = "rejected", Version = 2, DecidedBy = "Ben" };
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Api.Gate = answer.Task; // The key comes before the answer.
        await desk.InvokeAsync(() =>
        {
            var both = Task.WhenAll(desk.Instance.OnBackAsync(), desk.Instance.OnKeyAsync("a"));
            answer.SetResult();
            return both;
        });
        desk.Find(Id("desk-question")).TextContent.ShouldBe(Data.Pairs[1].Question);
        desk.Find(Id("desk-notice")).TextContent.ShouldContain("This is the next one.");
        (Data.Pairs[0].Version, Data.Pairs[1].Status).ShouldBe((2, "pending"));
        await PressAsync(desk, "a");
        await EventuallyAsync(desk, () => Data.Pairs[1].Status.ShouldBe("approved"));
    }

    [Fact]
    public async Task An_undecided_pair_takes_the_waiting_key()
    {
        var desk = await OpenAsync();
        await desk.InvokeAsync(() => Task.WhenAll(desk.Instance.OnBackAsync(), desk.Instance.OnKeyAsync("a")));
        await EventuallyAsync(desk, () => Data.Pairs[0].Status.ShouldBe("approved"));
        desk.FindAll(Id("desk-notice")).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_edit_of_a_pair_decided_by_others_is_kept()
    {
        var desk = await OpenAsync();
        await PressAsync(desk, "e");
        Data.Pairs[0] = Data.Pairs[0] with { Status = "approved", Version = 2, DecidedBy = "Ben", Answer = "What Ben wrote." };
        await desk.InvokeAsync(desk.Instance.OnBackAsync);
        (await FindAsync(desk, Id("pair-now"))).TextContent.ShouldContain("What Ben wrote.");
    }

    [Fact]
    public async Task A_decision_that_arrived_is_not_repeated()
    {
        Data.Pairs[3] = Data.Pairs[3] with { Version = 2, Status = "approved" };
        Leave(new UnsentDecision(Data.Pairs[3].Id, new("approve", 1)));
        var desk = await OpenAsync();
        desk.FindAll(Id("desk-notice")).ShouldBeEmpty();
        Data.Pairs[3].Version.ShouldBe(2);
    }

    [Fact]
    public async Task An_overtaken_decision_is_reported_as_not_saved()
    {
        Data.Pairs[3] = Data.Pairs[3] with { Version = 4, Status = "rejected" };
        Leave(new UnsentDecision(Data.Pairs[3].Id, new("approve", 1)));
        var desk = await OpenAsync();
        (await FindAsync(desk, Id("desk-notice"))).TextContent.ShouldContain("could not be saved");
        Data.Pairs[3].Status.ShouldBe("rejected");
    }

    [Fact]
    public async Task The_browser_remembers_decisions_on_their_way()
    {
        var module = Leave();
        var desk = await OpenAsync();
        await PressAsync(desk, "a");
        await EventuallyAsync(desk, () => module.Invocations["keepUnsent"].Select(call => (string)call.Arguments[1]!).ToList().ShouldSatisfyAllConditions(
            said => said[0].ShouldContain(Data.Pairs[0].Id.ToString()),
            said => said[^1].ShouldBeEmpty()));
    }

    private Client.WorkspaceClient Client => new Client.SynthDataGenClient(new HttpClient { BaseAddress = new(Api.Address) }, CannedApi.CannedData.Token).Workspace("default");

    private BunitJSModuleInterop Leave(params UnsentDecision[] decisions)
    {
        var module = JSInterop.SetupModule("./js/desk.js");
        module.Mode = JSRuntimeMode.Loose;
        module.Setup<string?>("unsent", _ => true).SetResult(JsonSerializer.Serialize(decisions, Json));
        return module;
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var tries = 0; !holds() && tries < 500; tries++)
        {
            await Task.Delay(20, Xunit.TestContext.Current.CancellationToken);
        }
    }
}
