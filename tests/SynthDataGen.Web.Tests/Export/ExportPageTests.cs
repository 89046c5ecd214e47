using Bunit;
using SynthDataGen.Web.Export;

namespace SynthDataGen.Web.Tests.Export;

public sealed class ExportPageTests : WebTest
{
    [Fact]
    public async Task Choices_go_into_the_address()
    {
        var page = await PageAsync();
        await ChooseAsync(page, "sharegpt");
        await ChangeAsync(page, "[name=split]", true);
        await EventuallyAsync(page, () => new Uri(Address.Uri).PathAndQuery.ShouldBe("/export?format=sharegpt&split=80-10-10"));
    }

    [Fact]
    public async Task Choices_come_from_the_address()
    {
        Address.NavigateTo("/export?format=raft&distractors=3&status=pending&split=60-20-20");
        var page = await PageAsync();
        page.Find(Id("format-raft")).HasAttribute("checked").ShouldBeTrue();
        page.Find("[name=distractors]").GetAttribute("value").ShouldBe("3");
        await EventuallyAsync(page, () => page.Find(Id("check-count")).TextContent.ShouldBe("38 pairs"));

        await page.InvokeAsync(() => Address.NavigateTo("/export"));
        await EventuallyAsync(page, () => page.Find(Id("format-json")).HasAttribute("checked").ShouldBeTrue());
    }

    [Fact]
    public async Task Looking_at_another_format_loses_nothing()
    {
        var page = await PageAsync();
        await ChooseAsync(page, "openai");
        await ChangeAsync(page, "[name=system]", "Be brief.");
        await ChooseAsync(page, "dpo");
        await EventuallyAsync(page, () => new Uri(Address.Uri).PathAndQuery.ShouldBe("/export?format=dpo"));
        await ChooseAsync(page, "openai");
        (await FindAsync(page, "[name=system]")).GetAttribute("value").ShouldBe("Be brief.");
    }

    [Fact]
    public async Task A_started_export_appears_below_with_its_progress()
    {
        var page = await PageAsync();
        await FindAsync(page, Id("no-exports"));
        await EventuallyAsync(page, () => page.Find(Id("build-export")).HasAttribute("disabled").ShouldBeFalse());
        await ClickAsync(page, Id("build-export"));
        (await FindAsync(page, Id("export-row"))).GetAttribute("data-state").ShouldBe("queued");
        page.Find(Id("export-pace")).TextContent.ShouldBe("waiting for a worker");
    }

    private static async Task ChooseAsync(IRenderedComponent<ExportPage> page, string format)
    {
        await ChangeAsync(page, Id($"format-{format}"), true);
        await EventuallyAsync(page, () => page.Find("label.chosen input").GetAttribute("value").ShouldBe(format));
    }

    private async Task<IRenderedComponent<ExportPage>> PageAsync()
    {
        var page = Render<ExportPage>();
        await FindAsync(page, Id("check"));
        return page;
    }
}
