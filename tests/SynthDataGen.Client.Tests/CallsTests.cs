using SynthDataGen.Client.Generation;
using SynthDataGen.Client.Review;
using SynthDataGen.Client.Workspaces;

namespace SynthDataGen.Client.Tests;

/// <summary>Every call against its line of the wire contract.</summary>
public sealed class CallsTests
{
    private const string Id = "01996f00-0000-7000-8000-000000000001";
    private const string Other = "01996f00-0000-7000-8000-000000000002";
    private const string Ws = "workspaces/default";

    private static readonly Guid One = new(Id);
    private static readonly Guid Two = new(Other);

    private static readonly Dictionary<string, Func<SynthDataGenClient, WorkspaceClient, Task>> Calls = new(StringComparer.Ordinal)
    {
        ["POST session"] = (client, _) => client.Workspaces.SignInAsync("secret", Cancel),
        ["DELETE session"] = (client, _) => client.Workspaces.SignOutAsync(Cancel),
        ["GET me"] = (client, _) => client.Workspaces.GetMeAsync(Cancel),
        ["GET workspaces"] = (client, _) => client.Workspaces.ListAsync(Cancel),
        ["POST workspaces"] = (client, _) => client.Workspaces.CreateAsync(new NewWorkspace("legal"), Cancel),
        ["GET workspaces/a%20b%2Fc"] = (client, _) => client.Workspaces.GetAsync("a b/c", Cancel),
        [$"PUT {Ws}"] = (client, _) => client.Workspaces.UpdateAsync("default", new WorkspaceSettings { Title = "Legal" }, Cancel),
        [$"DELETE {Ws}"] = (client, _) => client.Workspaces.DeleteAsync("default", Cancel),
        [$"GET {Ws}/stats"] = (_, workspace) => workspace.GetStatsAsync(Cancel),
        [$"GET {Ws}/members"] = (_, workspace) => workspace.Members.ListAsync(Cancel),
        [$"POST {Ws}/members"] = (_, workspace) => workspace.Members.AddAsync(new("Maria", Roles.Reviewer), Cancel),
        [$"PUT {Ws}/members/{Id}"] = (_, workspace) => workspace.Members.ChangeAsync(One, new(Roles.Editor), Cancel),
        [$"DELETE {Ws}/members/{Id}"] = (_, workspace) => workspace.Members.RemoveAsync(One, Cancel),
        [$"POST {Ws}/members/{Id}/link"] = (_, workspace) => workspace.Members.IssueLinkAsync(One, Cancel),
        [$"GET {Ws}/keys"] = (_, workspace) => workspace.Keys.ListAsync(Cancel),
        [$"POST {Ws}/keys"] = (_, workspace) => workspace.Keys.IssueAsync(new("nightly"), Cancel),
        [$"DELETE {Ws}/keys/{Id}"] = (_, workspace) => workspace.Keys.RevokeAsync(One, Cancel),
        [$"POST {Ws}/documents/sync"] = (_, workspace) => workspace.Documents.SyncAsync(Cancel),
        [$"POST {Ws}/documents/reread"] = (_, workspace) => workspace.Documents.RereadAsync(cancellationToken: Cancel),
        [$"POST {Ws}/documents/reread?failure=no-text"] = (_, workspace) => workspace.Documents.RereadAsync("no-text", Cancel),
        [$"GET {Ws}/documents"] = (_, workspace) => workspace.Documents.ListAsync(cancellationToken: Cancel),
        [$"GET {Ws}/documents?status=ready&search=50%25%20%26%20more&after=x&limit=5"] = (_, workspace) =>
            workspace.Documents.ListAsync("ready", "50% & more", "x", 5, Cancel),
        [$"GET {Ws}/documents/{Id}"] = (_, workspace) => workspace.Documents.GetAsync(One, Cancel),
        [$"DELETE {Ws}/documents/{Id}"] = (_, workspace) => workspace.Documents.DeleteAsync(One, Cancel),
        [$"POST {Ws}/documents/{Id}/retry"] = (_, workspace) => workspace.Documents.RetryAsync(One, Cancel),
        [$"GET {Ws}/documents/{Id}/text"] = (_, workspace) => workspace.Documents.GetTextAsync(One, cancellationToken: Cancel),
        [$"GET {Ws}/documents/{Id}/text?revisionId={Other}"] = (_, workspace) => workspace.Documents.GetTextAsync(One, Two, Cancel),
        [$"GET {Ws}/documents/{Id}/chunks?limit=7"] = (_, workspace) => workspace.Documents.GetChunksAsync(One, limit: 7, cancellationToken: Cancel),
        [$"GET {Ws}/documents/{Id}/original"] = (_, workspace) => workspace.Documents.OpenOriginalAsync(One, Cancel),
        [$"GET {Ws}/documents/{Id}/pages/3.png"] = (_, workspace) => workspace.Documents.OpenPageAsync(One, 3, Cancel),
        [$"GET {Ws}/recipes"] = (_, workspace) => workspace.Generation.ListRecipesAsync(Cancel),
        [$"POST {Ws}/recipes"] = (_, workspace) => workspace.Generation.CreateRecipeAsync(new("r", new()), Cancel),
        [$"PUT {Ws}/recipes/{Id}"] = (_, workspace) => workspace.Generation.UpdateRecipeAsync(One, new("r", new()), Cancel),
        [$"DELETE {Ws}/recipes/{Id}"] = (_, workspace) => workspace.Generation.DeleteRecipeAsync(One, Cancel),
        [$"GET {Ws}/generators"] = (_, workspace) => workspace.Generation.ListGeneratorsAsync(Cancel),
        [$"POST {Ws}/generators"] = (_, workspace) => workspace.Generation.CreateGeneratorAsync(new("g", null, "m"), Cancel),
        [$"PUT {Ws}/generators/{Id}"] = (_, workspace) => workspace.Generation.UpdateGeneratorAsync(One, new("g", null, "m"), Cancel),
        [$"DELETE {Ws}/generators/{Id}"] = (_, workspace) => workspace.Generation.DeleteGeneratorAsync(One, Cancel),
        [$"POST {Ws}/generators/{Id}/test"] = (_, workspace) => workspace.Generation.TestGeneratorAsync(One, Cancel),
        [$"POST {Ws}/runs"] = (_, workspace) => workspace.Generation.StartRunAsync(new NewRun(), Cancel),
        [$"GET {Ws}/runs?after=x&limit=5"] = (_, workspace) => workspace.Generation.ListRunsAsync("x", 5, Cancel),
        [$"GET {Ws}/runs/{Id}"] = (_, workspace) => workspace.Generation.GetRunAsync(One, Cancel),
        [$"POST {Ws}/runs/{Id}/cancel"] = (_, workspace) => workspace.Generation.CancelRunAsync(One, Cancel),
        [$"POST {Ws}/runs/{Id}/judge"] = (_, workspace) => workspace.Generation.JudgeRunAsync(One, cancellationToken: Cancel),
        [$"POST {Ws}/runs/{Id}/resume"] = (_, workspace) => workspace.Generation.ResumeRunAsync(One, Cancel),
        [$"GET {Ws}/pairs"] = (_, workspace) => workspace.Review.ListAsync(cancellationToken: Cancel),
        [$"GET {Ws}/pairs?status=pending&flag=any&documentId={Id}&runId={Other}&search=caf%C3%A9&sort=-created&after=x&limit=5"] = (_, workspace) =>
            workspace.Review.ListAsync(new PairFilter { Status = "pending", Flag = "any", DocumentId = One, RunId = Two, Search = "café", Sort = "-created" }, "x", 5, Cancel),
        [$"GET {Ws}/pairs/{Id}"] = (_, workspace) => workspace.Review.GetAsync(One, Cancel),
        [$"GET {Ws}/review/next?flag=duplicate&after={Id}&count=3"] = (_, workspace) =>
            workspace.Review.NextAsync(new PairFilter { Flag = "duplicate" }, One, 3, Cancel),
        [$"POST {Ws}/pairs/{Id}/decisions"] = (_, workspace) => workspace.Review.DecideAsync(One, new("approve", 1), Cancel),
        [$"POST {Ws}/exports"] = (_, workspace) => workspace.Export.StartAsync(new(), Cancel),
        [$"GET {Ws}/exports?after=x&limit=5"] = (_, workspace) => workspace.Export.ListAsync("x", 5, Cancel),
        [$"GET {Ws}/exports/{Id}"] = (_, workspace) => workspace.Export.GetAsync(One, Cancel),
        [$"POST {Ws}/exports/{Id}/cancel"] = (_, workspace) => workspace.Export.CancelAsync(One, Cancel),
        [$"POST {Ws}/exports/{Id}/retry"] = (_, workspace) => workspace.Export.RetryAsync(One, Cancel),
        [$"DELETE {Ws}/exports/{Id}"] = (_, workspace) => workspace.Export.DeleteAsync(One, Cancel),
        [$"GET {Ws}/exports/{Id}/download"] = (_, workspace) => workspace.Export.OpenAsync(One, Cancel),
        [$"GET {Ws}/exports/{Id}/file?name=data%2Ftrain-00000-of-00001.jsonl"] = (_, workspace) => workspace.Export.OpenFileAsync(One, "data/train-00000-of-00001.jsonl", Cancel),
        [$"GET {Ws}/exports/{Id}/compare?with={Other}"] = (_, workspace) => workspace.Export.CompareAsync(One, Two, Cancel),
        [$"POST {Ws}/exports/preview"] = (_, workspace) => workspace.Export.PreviewAsync(new(), Cancel),
        [$"POST {Ws}/exports/check"] = (_, workspace) => workspace.Export.CheckAsync(new(), Cancel),
        [$"POST {Ws}/exports/seed"] = (_, workspace) => workspace.Export.FitSeedAsync(new(), Cancel),
        [$"GET {Ws}/exports/presets"] = (_, workspace) => workspace.Export.ListPresetsAsync(Cancel),
        [$"POST {Ws}/exports/presets"] = (_, workspace) => workspace.Export.SavePresetAsync(new("nightly", new()), Cancel),
        [$"DELETE {Ws}/exports/presets/{Id}"] = (_, workspace) => workspace.Export.DeletePresetAsync(One, Cancel),
        [$"GET {Ws}/exports/benchmarks"] = (_, workspace) => workspace.Export.ListBenchmarksAsync(Cancel),
        [$"POST {Ws}/exports/benchmarks"] = (_, workspace) => workspace.Export.UploadBenchmarkAsync("b.txt", Stream.Null, Cancel),
        [$"DELETE {Ws}/exports/benchmarks/{Id}"] = (_, workspace) => workspace.Export.DeleteBenchmarkAsync(One, Cancel),
        [$"GET {Ws}/export?format=json"] = (_, workspace) => workspace.Export.OpenJsonAsync(Cancel),
    };

    public static TheoryData<string> Lines => [.. Calls.Keys];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task I_can_make_each_call_of_the_wire_contract(string line)
    {
        await using var api = await FakeApi.StartAsync();
        api.Answers(line, "{}");

        await Calls[line](api.Client, api.Workspace);

        var request = api.Requests.ShouldHaveSingleItem();
        request.Line.ShouldBe(line);
        request.Authorization.ShouldBe("Bearer a-key");
    }

    [Fact]
    public async Task I_can_leave_authorization_to_my_own_http_client()
    {
        await using var api = await FakeApi.StartAsync();
        api.Answers("GET workspaces", "{}");

        await api.WithoutToken.Workspaces.ListAsync(Cancel);

        api.Requests.ShouldHaveSingleItem().Authorization.ShouldBe("");
    }

    [Fact]
    public async Task I_can_send_a_decision_in_camel_case()
    {
        await using var api = await FakeApi.StartAsync();
        api.Answers($"POST {Ws}/pairs/{Id}/decisions", "{}");

        await api.Workspace.Review.DecideAsync(One, new("edit", 3) { Question = "Who?", Answer = "Nobody." }, Cancel);

        api.Requests.ShouldHaveSingleItem().Body.ShouldBe("""{"action":"edit","version":3,"question":"Who?","answer":"Nobody.","reason":null,"evidence":null}""");
    }
}
