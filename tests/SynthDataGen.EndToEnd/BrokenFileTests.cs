using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SynthDataGen.EndToEnd.Stack;

namespace SynthDataGen.EndToEnd;

/// <summary>An unreadable file fails alone, with a sentence, and can be tried again.</summary>
public sealed partial class BrokenFileTests(RunningStack stack) : BrowserTest(stack)
{
    [Fact]
    public async Task Broken_files_fail_alone_and_say_why()
    {
        var workspace = await Stack.NewWorkspaceAsync("Broken files", Cancel);
        await using var visit = await (await Stack.OpenAsync()).SignedInAsync(workspace.Name);
        await visit.Documents.GoAsync();
        var handbook = await File.ReadAllBytesAsync(TestFiles.Sample(TestFiles.Handbook), Cancel);
        var guide = await File.ReadAllBytesAsync(TestFiles.Sample(TestFiles.Guide), Cancel);

        await visit.Documents.UploadAsync(
            Payload("cut off.pdf", handbook[..(handbook.Length / 3)]),
            Payload("not a zip.docx", Encoding.UTF8.GetBytes("This is no Word file.")),
            Payload("empty.txt", []),
            Payload("whole.md", guide));

        await visit.Documents.ShowsAsync("whole.md", "ready");
        foreach (var broken in new[] { "cut off.pdf", "not a zip.docx", "empty.txt" })
        {
            await visit.Documents.ShowsAsync(broken, "failed");
            await Assertions.Expect(visit.Documents.Why(broken)).ToHaveTextAsync(Sentence());
            await Assertions.Expect(visit.Documents.Retry(broken)).ToBeVisibleAsync();
        }

        visit.Alarms.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_retried_broken_file_fails_again()
    {
        var workspace = await Stack.NewWorkspaceAsync("Tried again", Cancel);
        await using var visit = await (await Stack.OpenAsync()).SignedInAsync(workspace.Name);
        await visit.Documents.GoAsync();
        await visit.Documents.UploadAsync(Payload("not a zip.docx", Encoding.UTF8.GetBytes("This is no Word file.")));
        await visit.Documents.ShowsAsync("not a zip.docx", "failed");
        var before = (await workspace.Documents.ListAsync(cancellationToken: Cancel)).Items.Single().UpdatedAt;

        await visit.Documents.Retry("not a zip.docx").ClickAsync();

        await Until.TrueAsync(
            async () => (await workspace.Documents.ListAsync(cancellationToken: Cancel)).Items.Single() is { Status: "failed" } now && now.UpdatedAt > before,
            "the document was read again",
            Cancel);
        await visit.Documents.ShowsAsync("not a zip.docx", "failed");
    }

    private static FilePayload Payload(string name, byte[] content) =>
        new() { Name = name, MimeType = "application/octet-stream", Buffer = content };

    [GeneratedRegex(@"^[A-Z].{10,}[.]$")]
    private static partial Regex Sentence();
}
