using System.Text.Json;
using Microsoft.Playwright;
using SynthDataGen.EndToEnd.Stack;

namespace SynthDataGen.EndToEnd.Pages;

/// <summary>Where approved pairs are downloaded.</summary>
public sealed class ExportPage(Visit visit)
{
    public Task GoAsync() => visit.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" })
        .GetByRole(AriaRole.Link, new() { Name = "Export" }).ClickAsync();

    /// <summary>Waits until that many pairs are said to be approved.</summary>
    public Task ShowsApprovedAsync(int count) =>
        Assertions.Expect(visit.Page.GetByText(count == 1 ? "1 approved pair" : $"{count} approved pairs", new() { Exact = true })).ToBeVisibleAsync();

    /// <summary>Presses the button and reads the file that comes.</summary>
    public async Task<JsonElement> DownloadAsync(CancellationToken cancellationToken)
    {
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByTestId("export-json").ClickAsync());
        await using var file = await download.CreateReadStreamAsync();
        using var json = await JsonDocument.ParseAsync(file, cancellationToken: cancellationToken);
        return json.RootElement.Clone();
    }
}
