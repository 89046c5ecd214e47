using System.Text;
using Microsoft.AspNetCore.Http;

namespace SynthDataGen.Client.Tests;

/// <summary>What comes back: bodies with the contract's fields, streams, events.</summary>
public sealed class RepliesTests
{
    private const string Id = "01996f00-0000-7000-8000-000000000001";
    private const string Ws = "workspaces/default";

    private const string PairJson = $$"""
        {
          "id": "{{Id}}", "documentId": "{{Id}}", "runId": "{{Id}}", "question": "Who signs?", "answer": "The director.",
          "evidence": [{ "quote": "the director signs", "start": 10, "end": 28, "page": 2, "match": "normalized" }],
          "questionType": "factual", "difficulty": null, "persona": null, "flags": ["near-evidence"], "status": "approved", "version": 4,
          "provenance": { "documentKey": "a.pdf", "revisionId": "{{Id}}", "sha256": "ab", "headingPath": ["1", "1.1"], "generator": "g",
            "model": "m", "template": "t", "templateVersion": "1" },
          "createdAt": "2026-01-02T03:04:05Z", "aFieldOfTomorrow": 1,
          "history": [{ "at": "2026-01-02T03:04:05Z", "by": "administrator", "action": "approve", "reason": null,
            "before": { "question": "Who signs?", "answer": "The director.", "status": "pending" }, "after": null }]
        }
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task I_can_read_a_pair_with_its_history()
    {
        await using var api = await FakeApi.StartAsync();
        api.Answers($"GET {Ws}/pairs/{Id}", PairJson);

        var pair = await api.Workspace.Review.GetAsync(new(Id), Cancel);

        pair.Evidence.ShouldHaveSingleItem().ShouldBe(new() { Quote = "the director signs", Start = 10, End = 28, Page = 2, Match = "normalized" });
        pair.Provenance.HeadingPath.ShouldBe(["1", "1.1"]);
        pair.History!.ShouldHaveSingleItem().Before!.Status.ShouldBe("pending");
        pair.CreatedAt.ShouldBe(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    }

    [Fact]
    public async Task I_can_read_a_failed_document()
    {
        await using var api = await FakeApi.StartAsync();
        api.Answers($"GET {Ws}/documents/{Id}", $$"""
            { "id": "{{Id}}", "key": "locked.pdf", "mediaType": "application/pdf", "sizeBytes": 5000000000, "status": "failed",
              "failure": { "code": "encrypted", "message": "It has a password." } }
            """);

        var document = await api.Workspace.Documents.GetAsync(new(Id), Cancel);

        document.Failure.ShouldBe(new("encrypted", "It has a password."));
        document.SizeBytes.ShouldBe(5_000_000_000);
        document.Revision.ShouldBeNull();
    }

    [Fact]
    public async Task I_can_follow_a_list_page_by_page()
    {
        await using var api = await FakeApi.StartAsync();
        api.Answers($"GET {Ws}/pairs?limit=1", $$"""{ "items": [{{PairJson}}], "next": "a b" }""");
        api.Answers($"GET {Ws}/pairs?after=a%20b&limit=1", """{ "items": [], "next": null }""");
        var first = await api.Workspace.Review.ListAsync(limit: 1, cancellationToken: Cancel);

        var second = await api.Workspace.Review.ListAsync(after: first.Next, limit: 1, cancellationToken: Cancel);

        first.Items.Count.ShouldBe(1);
        (second.Items.Count, second.Next).ShouldBe((0, null));
    }

    [Theory]
    [InlineData("plain.pdf")]
    [InlineData("with space.pdf")]
    [InlineData("it's a ; (test).md")]
    [InlineData("Über 文書 📄.txt")]
    public async Task I_can_upload_a_file_under_its_own_name(string name)
    {
        await using var api = await FakeApi.StartAsync();
        (string? Name, string? Content) seen = default;
        api.Answers($"POST {Ws}/documents", async context =>
        {
            var file = (await context.Request.ReadFormAsync(Cancel)).Files.GetFile("files")!;
            seen = (file.FileName, await new StreamReader(file.OpenReadStream()).ReadToEndAsync(Cancel));
            await context.Response.WriteAsync("""{ "files": [{ "fileName": "as told", "failure": { "code": "empty", "message": "m" } }] }""", Cancel);
        });

        var uploaded = await api.Workspace.Documents.UploadAsync(name, new MemoryStream(Encoding.UTF8.GetBytes("content")), Cancel);

        seen.ShouldBe((name, "content"));
        uploaded.Failure!.Code.ShouldBe("empty");
    }

    [Fact]
    public async Task I_can_read_a_download_while_it_is_being_written()
    {
        await using var api = await FakeApi.StartAsync();
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        api.Answers($"GET {Ws}/export?format=json", async context =>
        {
            await context.Response.WriteAsync("{\"count\":", Cancel);
            await context.Response.Body.FlushAsync(Cancel);
            await go.Task;
            await context.Response.WriteAsync("0}", Cancel);
        });

        await using var stream = await api.Workspace.Export.OpenJsonAsync(Cancel);

        var first = new byte[9];
        await stream.ReadExactlyAsync(first, Cancel);
        go.SetResult();
        (Encoding.UTF8.GetString(first) + await new StreamReader(stream).ReadToEndAsync(Cancel)).ShouldBe("{\"count\":0}");
    }

    [Fact]
    public async Task I_can_listen_to_changes_as_they_come()
    {
        await using var api = await FakeApi.StartAsync();
        api.Answers($"GET {Ws}/events", async context =>
        {
            await context.Response.WriteAsync(": hello\n\nevent: change\ndata: {\"kind\":\"document\",\"id\":\"" + Id + "\"}\n\n", Cancel);
            await context.Response.WriteAsync("data: {\"kind\":\"pair\",\"id\":null}\n\n", Cancel);
            await context.Response.Body.FlushAsync(Cancel);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        var changes = await api.Workspace.Events.ListenAsync(Cancel).Take(2).ToListAsync(Cancel);

        changes.ShouldBe([new("document", new Guid(Id)), new("pair", null)]);
    }
}
