using Bunit;
using SynthDataGen.Client.Documents;
using SynthDataGen.Web.Documents;

namespace SynthDataGen.Web.Tests.Documents;

public sealed class DocumentPageTests : WebTest
{
    [Fact]
    public async Task The_text_stands_in_a_band_per_chunk()
    {
        var page = Render<DocumentPage>(parameters => parameters.Add(document => document.Id, Data.Handbook.Id));
        await FindAsync(page, ".band");
        string.Concat(page.FindAll(".band").Select(band => band.TextContent)).ShouldBe(Data.Text.Text);
        page.FindAll(".band").Count.ShouldBe(5);
    }

    [Fact]
    public async Task The_outline_leads_into_the_text()
    {
        var page = Render<DocumentPage>(parameters => parameters.Add(document => document.Id, Data.Handbook.Id));
        await FindAsync(page, ".outline button");
        page.FindAll(".outline button")[3].Click();
        page.Find(".band").TextContent.ShouldStartWith("4 Parental leave");
        page.Find(".picture img").GetAttribute("src").ShouldBe($"/documents/{Data.Handbook.Id}/pages/4.png");
    }

    [Fact]
    public async Task A_document_that_is_not_there_is_said_so()
    {
        var page = Render<DocumentPage>(parameters => parameters.Add(document => document.Id, Guid.Empty));
        (await FindAsync(page, ".failure")).TextContent.ShouldContain("There is no such document.");
    }

    [Fact]
    public void Bands_leave_no_gap_and_no_overlap()
    {
        Chunk[] chunks = [Chunk(0, 10, 30), Chunk(1, 25, 40), Chunk(2, 60, 80)];
        var bands = ChunkBand.Over(100, chunks, 5, 90);
        bands.Select(band => (band.Start, band.End, band.Ordinal)).ShouldBe(
            [(5, 10, null), (10, 30, 0), (30, 40, 1), (40, 60, null), (60, 80, 2), (80, 90, (int?)null)]);
    }

    private static Chunk Chunk(int ordinal, int start, int end) => new(Guid.Empty, ordinal, start, end, 5, [], 1, 1, "text");
}
