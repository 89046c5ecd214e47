using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using SynthDataGen.EndToEnd.Stack;
using SynthDataGen.Testing;

namespace SynthDataGen.EndToEnd;

/// <summary>Words of documents and models are data: they are shown, but never run.</summary>
public sealed class HostileTextTests(RunningStack stack) : BrowserTest(stack)
{
    private const string FileName = "<img src=x onerror=alert('name')> \u202Efdp.md";
    private const string Script = "<script>window.hacked = true; alert('script')</script>";
    private const string Image = "<img src=x onerror=\"window.hacked = true; alert('image')\">";
    private const string Turned = "Pay \u202Eeruces\u202C now & <b>never</b> later.";
    private const string Question = $"What does {Script} do to {Image}? \u202Etxet";
    private const string Answer = $"{Image} {Script} {Turned} javascript:alert(1)";

    private const string Document = $"""
        # Heading `{Script}` of the guide

        The first rule says that `{Script}` is a string of letters and nothing else in this place.

        The second rule says that `{Image}` stands here as it was written by its author. {Turned}
        """;

    [Fact]
    public async Task Hostile_words_are_shown_and_never_run()
    {
        await using var fake = await FakeOpenAI.StartAsync(Cancel);
        fake.AnswerAlways(FakeAnswer.Completion(Reply));
        var workspace = await Stack.NewWorkspaceAsync($"Hostile {Image}", Cancel);
        await workspace.Generation.CreateGeneratorAsync(new($"model {Image}", fake.Address.AbsoluteUri, Script) { IsDefault = true }, Cancel);
        await using var visit = await (await Stack.OpenAsync()).SignedInAsync(workspace.Name);

        await visit.Documents.GoAsync();
        await visit.Documents.UploadAsync(new FilePayload { Name = FileName, MimeType = "text/markdown", Buffer = Encoding.UTF8.GetBytes(Document) });
        await visit.Documents.ShowsAsync(FileName, "ready");
        await NothingRunsAsync(visit);
        (await visit.Documents.EndOfNameAsync(FileName)).ShouldBeLessThan(await visit.Documents.StartOfSizeAsync(FileName));
        await visit.Documents.OpenAsync(FileName);
        await Assertions.Expect(visit.Documents.Text).ToContainTextAsync(Script);
        await NothingRunsAsync(visit);

        await visit.Generators.GoAsync();
        await Assertions.Expect(visit.Generators.Row(Image)).ToBeVisibleAsync();
        await NothingRunsAsync(visit);
        await visit.Generation.GoAsync();
        await visit.Generation.StartRunAsync();
        await visit.Generation.FinishesAsync();
        await NothingRunsAsync(visit);

        await visit.Review.GoAsync();
        await Assertions.Expect(visit.Review.Rows.First).ToContainTextAsync(Question);
        await NothingRunsAsync(visit);
        await visit.Review.StartAsync();
        (await visit.Desk.SeeAsync(0)).ShouldBe(new(Question, Answer));
        await NothingRunsAsync(visit);
        await visit.GoAsync("/");
        await Assertions.Expect(visit.Page.GetByText($"model {Image}")).ToBeVisibleAsync();
        await NothingRunsAsync(visit);
    }

    private static string Reply(FakeRequest request) => JsonSerializer.Serialize(new
    {
        pairs = new[] { new { question = Question, answer = Answer, evidence = new[] { request.Source.Split('\n')[^1] }, type = "factual", difficulty = "easy" } },
    });

    private static async Task NothingRunsAsync(Visit visit)
    {
        (await visit.Page.EvaluateAsync<bool>("() => 'hacked' in window || document.querySelector('[onerror], b') !== null")).ShouldBeFalse();
        visit.Alarms.ShouldBeEmpty();
    }
}
