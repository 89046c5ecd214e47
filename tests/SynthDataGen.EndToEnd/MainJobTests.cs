using System.Text.Json;
using SynthDataGen.EndToEnd.Pages;
using SynthDataGen.EndToEnd.Stack;

namespace SynthDataGen.EndToEnd;

/// <summary>Documents in, reviewed pairs out, through the browser alone.</summary>
public sealed class MainJobTests(RunningStack stack) : BrowserTest(stack)
{
    private const string NewWords = "These words stand here because a person wrote them: “quoted”, naïve, 100 %.";

    [Fact]
    public Task Sample_documents_become_an_export_of_reviewed_pairs() =>
        DoAsync(TestFiles.Sample(TestFiles.Handbook), TestFiles.Sample(TestFiles.Policy));

    [Fact]
    public Task Large_real_documents_become_an_export_of_reviewed_pairs() =>
        DoAsync(TestFiles.CorpusOrSkip("pdf/developers-reference.pdf"), TestFiles.CorpusOrSkip("docx/word_sample.docx"));

    private async Task DoAsync(params string[] files)
    {
        var workspace = await Stack.NewWorkspaceAsync("Main job", Cancel);
        await using var visit = await (await Stack.OpenAsync()).SignedInAsync(workspace.Name);
        await UploadAsync(visit, files);
        await visit.Generation.GoAsync();
        await visit.Generation.StartRunAsync();
        await visit.Generation.FinishesAsync();

        var approved = await ReviewAsync(visit);
        await visit.Export.GoAsync();
        await visit.Export.ShowsApprovedAsync(approved.Count);
        var export = await visit.Export.DownloadAsync(Cancel);

        var exported = export.GetProperty("pairs").EnumerateArray().ToList();
        exported.Select(Seen).ShouldBe(approved, ignoreOrder: true);
        export.GetProperty("count").GetInt32().ShouldBe(approved.Count);
        foreach (var pair in exported)
        {
            ShouldSayWhereItComesFrom(pair, files);
            await EvidenceShouldStandInTheSourceAsync(pair, workspace);
        }

        visit.Alarms.ShouldBeEmpty();
    }

    private static async Task UploadAsync(Visit visit, string[] files)
    {
        await visit.Documents.GoAsync();
        await visit.Documents.UploadAsync(files);
        foreach (var file in files)
        {
            await visit.Documents.ShowsAsync(Path.GetFileName(file), "ready");
        }
    }

    /// <summary>Approves three, edits one, rejects one, undoes that and rejects it again, with keys only.</summary>
    private static async Task<IReadOnlyList<SeenPair>> ReviewAsync(Visit visit)
    {
        await visit.Review.GoAsync();
        await visit.Review.StartAsync();
        var approved = new List<SeenPair>();
        for (var done = 0; done < 3; done++)
        {
            approved.Add(await visit.Desk.SeeAsync(done));
            await visit.Desk.ApproveAsync();
        }

        approved.Add(await visit.Desk.SeeAsync(3) with { Answer = NewWords });
        await visit.Desk.EditAsync(NewWords);
        var rejected = await visit.Desk.SeeAsync(4);
        await visit.Desk.RejectAsync(2);
        await visit.Desk.SeeAsync(5);
        await visit.Desk.TakeBackAsync();
        (await visit.Desk.SeeAsync(4)).ShouldBe(rejected);
        await visit.Desk.RejectAsync(2);
        await visit.Desk.SeeAsync(5);
        return approved;
    }

    private static SeenPair Seen(JsonElement pair) => new(Text(pair, "question"), Text(pair, "answer"));

    private static void ShouldSayWhereItComesFrom(JsonElement pair, string[] files)
    {
        var provenance = pair.GetProperty("provenance");
        files.Select(Path.GetFileName).ShouldContain(Text(provenance, "documentKey"));
        provenance.GetProperty("headingPath").ValueKind.ShouldBe(JsonValueKind.Array);
        Text(provenance, "model").ShouldNotBeEmpty();
        Text(provenance, "templateVersion").ShouldNotBeEmpty();
        Text(pair, "decidedBy").ShouldNotBeEmpty();
    }

    private static async Task EvidenceShouldStandInTheSourceAsync(JsonElement pair, Client.WorkspaceClient workspace)
    {
        var source = await workspace.Documents.GetTextAsync(pair.GetProperty("documentId").GetGuid(), cancellationToken: Cancel);
        var evidence = pair.GetProperty("evidence").EnumerateArray().ToList();
        evidence.ShouldNotBeEmpty();
        foreach (var one in evidence)
        {
            var (start, end) = (one.GetProperty("start").GetInt32(), one.GetProperty("end").GetInt32());
            Text(one, "quote").ShouldBe(source.Text[start..end]);
            source.Pages.ShouldContain(page => page.Number == one.GetProperty("page").GetInt32());
        }
    }

    private static string Text(JsonElement parent, string name) => parent.GetProperty(name).GetString()!;
}
