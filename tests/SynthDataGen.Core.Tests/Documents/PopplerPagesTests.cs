using Microsoft.Extensions.Options;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Documents.Extractors;
using SynthDataGen.Core.Documents.Poppler;

namespace SynthDataGen.Core.Tests.Documents;

public sealed class PopplerPagesTests
{
    private readonly PopplerPages pages = new(Options.Create(new ExtractionOptions()));

    [Fact]
    public async Task A_page_is_drawn_as_png()
    {
        var picture = await pages.RenderAsync(TestFiles.Sample("employee-handbook.pdf"), 2, 72, TestContext.Current.CancellationToken);

        picture.AsSpan(0, 4).ToArray().ShouldBe([0x89, 0x50, 0x4E, 0x47]);
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_missing()
    {
        var failure = await Should.ThrowAsync<ExtractionException>(
            () => pages.RenderAsync(TestFiles.Sample("employee-handbook.pdf"), 99, 72, TestContext.Current.CancellationToken));

        failure.Code.ShouldBe(DocumentFailure.Missing);
    }
}
