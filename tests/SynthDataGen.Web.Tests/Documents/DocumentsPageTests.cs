using Bunit;
using SynthDataGen.Web.Documents;

namespace SynthDataGen.Web.Tests.Documents;

public sealed class DocumentsPageTests : WebTest
{
    [Fact]
    public async Task Every_status_has_its_row_and_failures_their_sentence()
    {
        var page = Render<DocumentsPage>();
        await FindAsync(page, Id("document-row"));
        page.FindAll(Id("document-row")).Select(row => row.GetAttribute("data-status")).Distinct().ShouldBe(["ready", "extracting", "discovered", "failed"]);
        page.Markup.ShouldContain("It is protected with a password.");
    }

    [Fact]
    public async Task The_status_in_the_address_narrows_the_list()
    {
        Address.NavigateTo("/documents?status=failed");
        var page = Render<DocumentsPage>();
        await EventuallyAsync(page, () => page.FindAll(Id("document-row")).Count.ShouldBe(2));
    }

    [Fact]
    public async Task Searching_goes_into_the_address()
    {
        var page = Render<DocumentsPage>();
        await ChangeAsync(page, ".filters input", " handbook ");
        Address.Uri.ShouldEndWith("/documents?search=handbook");
    }

    [Fact]
    public async Task Retry_reads_a_failed_document_again()
    {
        var page = Render<DocumentsPage>();
        await ClickAsync(page, "[data-status=failed] button");
        await EventuallyAsync(page, () => page.FindAll("[data-status=failed]").Count.ShouldBe(1));
    }

    [Fact]
    public async Task A_change_elsewhere_shows_without_asking()
    {
        var page = Render<DocumentsPage>();
        await FindAsync(page, Id("document-row"));
        await EventuallyAsync(page, () => Api.Listeners.ShouldBe(1));
        Data.Documents[2] = Data.Documents[2] with { Status = "ready" };
        Api.Tell("document");
        await EventuallyAsync(page, () => page.FindAll("[data-status=ready]").Count.ShouldBe(3));
    }

    [Fact]
    public async Task A_run_uses_the_selected_documents()
    {
        var page = Render<DocumentsPage>();
        await ChangeAsync(page, "[data-status=ready] input", true);
        await ClickAsync(page, "button", "Generate from 1");
        await ClickAsync(page, Id("start-run"));
        await EventuallyAsync(page, () => Data.Runs[0].Summary.ShouldBe("planned over 1 documents"));
    }

    [Fact]
    public async Task A_refused_upload_says_why()
    {
        var zone = Render<UploadZone>();
        await zone.InvokeAsync(() => zone.Instance.ReportAsync(1, "empty.txt", 100, true, "The file is empty."));
        (await FindAsync(zone, Id("uploads"))).TextContent.ShouldContain("The file is empty.");
    }

    [Fact]
    public async Task An_expired_session_leads_through_the_sign_in_and_back()
    {
        Api.Break("/documents", 401, "The sign-in has expired.");
        Address.NavigateTo("/documents?status=failed");
        var page = Render<DocumentsPage>();
        await EventuallyAsync(page, () => Address.Uri.ShouldEndWith("/signin?returnUrl=%2Fdocuments%3Fstatus%3Dfailed"));
    }
}
