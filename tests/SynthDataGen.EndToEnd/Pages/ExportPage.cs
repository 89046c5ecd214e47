using System.IO.Compression;
using System.Text.Json;
using Microsoft.Playwright;
using SynthDataGen.EndToEnd.Stack;

namespace SynthDataGen.EndToEnd.Pages;

/// <summary>The page where approved pairs are downloaded, directly or as a built export.</summary>
public sealed class ExportPage(Visit visit)
{
    /// <summary>The newest export.</summary>
    public ILocator Newest => visit.Page.GetByTestId("export-row").First;

    /// <summary>The first rows.</summary>
    public ILocator Rows => visit.Page.GetByTestId("preview-row");

    /// <summary>How many pairs the export would contain.</summary>
    public ILocator Count => visit.Page.GetByTestId("check-count");

    public Task GoAsync() => visit.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" })
        .GetByRole(AriaRole.Link, new() { Name = "Export" }).ClickAsync();

    /// <summary>Waits until the page shows that many approved pairs.</summary>
    public Task ShowsApprovedAsync(int count) =>
        Assertions.Expect(visit.Page.GetByText(count == 1 ? "1 approved pair" : $"{count} approved pairs", new() { Exact = true })).ToBeVisibleAsync();

    /// <summary>Presses the button and reads the downloaded file.</summary>
    public async Task<JsonElement> DownloadAsync(CancellationToken cancellationToken)
    {
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByTestId("export-json").ClickAsync());
        await using var file = await download.CreateReadStreamAsync();
        using var json = await JsonDocument.ParseAsync(file, cancellationToken: cancellationToken);
        return json.RootElement.Clone();
    }

    public Task ChooseAsync(string format) => visit.Page.GetByTestId($"format-{format}").CheckAsync();

    /// <summary>Splits, and finds the seed closest to the shares.</summary>
    public async Task SplitAsync(int validation, int test)
    {
        await visit.Page.GetByTestId("choice-split").Locator("summary").ClickAsync();
        await visit.Page.Locator("[name=split]").CheckAsync();
        await FillAsync("validation", validation);
        await FillAsync("test", test);
        await visit.Page.GetByTestId("fit-seed").ClickAsync();
        await Assertions.Expect(visit.Page.GetByTestId("fit-seed")).ToBeEnabledAsync();
    }

    /// <summary>Builds, and waits without a reload until the export with that number is ready.</summary>
    public async Task BuildAsync(int number)
    {
        await visit.Page.GetByTestId("build-export").ClickAsync();
        await Assertions.Expect(Newest).ToContainTextAsync($"Export {number}");
        await Assertions.Expect(Newest).ToHaveAttributeAsync("data-state", "ready", new() { Timeout = 60_000 });
    }

    /// <summary>Downloads the newest export: the files of its archive by name.</summary>
    public async Task<IReadOnlyDictionary<string, byte[]>> DownloadNewestAsync(CancellationToken cancellationToken)
    {
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => Newest.GetByTestId("download-export").ClickAsync());
        await using var archive = await ZipFile.OpenReadAsync(await download.PathAsync(), cancellationToken);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in archive.Entries)
        {
            await using var content = await entry.OpenAsync(cancellationToken);
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes, cancellationToken);
            files.Add(entry.FullName, bytes.ToArray());
        }

        return files;
    }

    /// <summary>Compares the newest export with the previous one.</summary>
    public async Task CompareAsync()
    {
        await Newest.GetByTestId("compare").ClickAsync();
        await Assertions.Expect(visit.Page.GetByTestId("comparison")).ToBeVisibleAsync();
    }

    /// <summary>How many pairs were added, removed, changed or moved.</summary>
    public ILocator Difference(string kind) => visit.Page.GetByTestId(kind);

    private async Task FillAsync(string field, int number)
    {
        await visit.Page.Locator($"[name={field}]").FillAsync($"{number}");
        await visit.Page.Locator($"[name={field}]").PressAsync("Tab");
    }
}
