using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Generation;

namespace SynthDataGen.Api.Tests.Access;

/// <summary>One of everything that has an id, in the default workspace; paths name them in braces.</summary>
internal sealed class OwnedThings(ApiApplication api, HttpClient owner)
{
    private readonly Dictionary<string, Guid> ids = new(StringComparer.Ordinal);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public Guid this[string name] => ids[name];

    /// <summary>Of the pair.</summary>
    public int Version { get; private set; }

    public async Task MakeAsync()
    {
        var pair = await api.Seed.PdfPairAsync("A change with less than seven days' notice needs your consent and is paid with a supplement of 25 percent for the whole shift.");
        (ids["pair"], ids["document"], ids["run"]) = (pair.Id, pair.DocumentId, pair.RunId);
        ids["revision"] = pair.Provenance.RevisionId;
        (ids["failedRun"], ids["item"]) = await FailAsync(pair.DocumentId, pair.Provenance.RevisionId);
        ids["bulk"] = await PostAsync("pairs/decisions", new { action = "approve", ids = new[] { pair.Id } }, "undoToken");
        Version = (await api.Workspace.Review.GetAsync(pair.Id, Token)).Version;
        ids["recipe"] = await PostAsync("recipes", new { name = "Ours", settings = new { } });
        ids["generator"] = await PostAsync("generators", new { name = "ours", endpoint = "http://127.0.0.1:9/v1", model = "m" });
        ids["preset"] = await PostAsync("exports/presets", new { name = "Ours", settings = new { format = "jsonl" } });
        ids["export"] = await PostAsync("exports", new { format = "jsonl" });
        ids["benchmark"] = (await api.Workspace.Export.UploadBenchmarkAsync("ours.txt", new MemoryStream("What is ours?"u8.ToArray()), Token)).Id;
        ids["key"] = await PostAsync("keys", new { name = "Ours" }, "key.id");
        ids["member"] = await PostAsync("members", new { name = "Maud", role = "reviewer" }, "member.id");
    }

    /// <summary>The path with ids in place of names.</summary>
    public string Fill(string path) => ids.Aggregate(path, (filled, thing) => filled.Replace($"{{{thing.Key}}}", $"{thing.Value}", StringComparison.Ordinal));

    private async Task<Guid> PostAsync(string path, object body, string id = "id")
    {
        using var response = await owner.PostAsJsonAsync(new Uri($"/api/v1/workspaces/default/{path}", UriKind.Relative), body, Token);
        var json = await response.Content.ReadFromJsonAsync<JsonNode>(Token);
        response.IsSuccessStatusCode.ShouldBeTrue(json!.ToJsonString());
        return id.Split('.').Aggregate(json, (node, name) => node[name]!).GetValue<Guid>();
    }

    /// <summary>A run with one context, which was answered with nonsense.</summary>
    private async Task<(Guid Run, Guid Item)> FailAsync(Guid documentId, Guid revisionId)
    {
        var run = await PostAsync("runs", new { documentIds = new[] { documentId } });
        var (plans, generation) = (api.Get<PlanRecords>(), api.Get<GenerationRecords>());
        await plans.SaveAsync((await plans.FindPlannedAsync(run, Token))!, [new(documentId, revisionId, new(0, 0, 0, 10, 3, []), 1)], Token);
        var open = (await generation.LoadAsync(new(run, 0, 0, 0), Token))!;
        await generation.FailAsync(open.Run, open.Items[0], new(GeneratorException.MalformedReply, "The reply is not JSON."));
        await generation.CloseAsync(open.Run, Token);
        return (run, open.Items[0].Id);
    }
}
