namespace SynthDataGen.Api.Tests.Review;

public sealed class BoxTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_without_pages_has_no_boxes()
    {
        var pair = (await api.Seed.PairsAsync(1))[0];
        (await api.Workspace.Review.BoxesAsync(pair.Id, Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Evidence_in_a_pdf_is_boxed_on_its_page()
    {
        var pair = await api.Seed.PdfPairAsync("A change with less than seven days' notice needs your consent and is paid with a supplement of 25 percent for the whole shift.");
        var boxes = await api.Workspace.Review.BoxesAsync(pair.Id, Token);
        boxes.Count.ShouldBe(2);
        boxes.ShouldAllBe(box => box.Page == pair.Evidence[0].Page && box.X + box.Width <= 1 && box.Height < 0.03);
        boxes[1].Y.ShouldBeGreaterThan(boxes[0].Y);
    }

    [Fact]
    public async Task A_changed_document_has_no_boxes()
    {
        var pair = await api.Seed.PdfPairAsync("Anyone may stop a machine or a task that is not safe");
        await api.Seed.UploadAsync(pair.Provenance.DocumentKey, "other bytes");
        (await api.Workspace.Review.BoxesAsync(pair.Id, Token)).ShouldBeEmpty();
    }
}
