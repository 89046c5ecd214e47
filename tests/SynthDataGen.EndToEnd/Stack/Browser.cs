using Microsoft.Playwright;

namespace SynthDataGen.EndToEnd.Stack;

/// <summary>Chromium as it is installed, with a profile that is gone afterwards.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Programs = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    private static string? Program => Array.Find(Programs, File.Exists);

    /// <summary>Skips the test, visibly, where there is no Chromium.</summary>
    public static void SkipUnlessInstalled() =>
        Assert.SkipWhen(Program is null, $"Chromium is not installed: none of {string.Join(", ", Programs)} is there.");

    public static async Task<Browser> StartAsync()
    {
        // Generous, for slow machines: what is awaited comes, or the test is lost anyway.
        Assertions.SetDefaultExpectTimeout(90_000);
        var driver = await Playwright.CreateAsync();
        return new Browser(driver, await driver.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Arguments }));
    }

    /// <summary>A person's own window: no cookie is shared with another's.</summary>
    public async Task<IPage> OpenAsync()
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 }, AcceptDownloads = true });
        context.SetDefaultTimeout(90_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
