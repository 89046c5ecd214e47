using Microsoft.Playwright;
using SynthDataGen.EndToEnd.Stack;

namespace SynthDataGen.EndToEnd.Pages;

/// <summary>The list of documents, where files are added.</summary>
public sealed class DocumentsPage(Visit visit)
{
    public ILocator Rows => visit.Page.GetByTestId("document-row");

    public Task GoAsync() => visit.GoAsync("/documents");

    /// <summary>The row of the document with this name.</summary>
    public ILocator Row(string name) => Rows.Filter(new() { Has = visit.Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }) });

    public ILocator Retry(string name) => Row(name).GetByRole(AriaRole.Button, new() { Name = "Retry" });

    /// <summary>Why the document could not be read.</summary>
    public ILocator Why(string name) => Row(name).Locator(".why");

    public Task UploadAsync(params IEnumerable<string> files) => visit.Page.GetByTestId("upload-input").SetInputFilesAsync(files);

    public Task UploadAsync(params FilePayload[] files) => visit.Page.GetByTestId("upload-input").SetInputFilesAsync(files);

    /// <summary>Waits, without a reload, until the document has that status.</summary>
    public Task ShowsAsync(string name, string status) =>
        Assertions.Expect(Row(name)).ToHaveAttributeAsync("data-status", status);

    public Task OpenAsync(string name) => Name(name).ClickAsync();

    /// <summary>How far to the right the name reaches.</summary>
    public async Task<float> EndOfNameAsync(string name)
    {
        var box = await Name(name).BoundingBoxAsync();
        return box!.X + box.Width;
    }

    /// <summary>Where the size starts, which follows the name.</summary>
    public async Task<float> StartOfSizeAsync(string name) => (await Row(name).Locator(".size").BoundingBoxAsync())!.X;

    /// <summary>The open document's text.</summary>
    public ILocator Text => visit.Page.GetByRole(AriaRole.Article, new() { Name = "Text" });

    private ILocator Name(string name) => Row(name).GetByRole(AriaRole.Link, new() { Name = name, Exact = true });
}
