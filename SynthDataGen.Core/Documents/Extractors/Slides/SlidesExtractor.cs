using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using Microsoft.Extensions.Options;
using A = DocumentFormat.OpenXml.Drawing;

namespace SynthDataGen.Core.Documents.Extractors.Slides;

/// <summary>Reads presentations slide by slide, each as a page, with the speaker's notes after it.</summary>
public sealed class SlidesExtractor(IOptions<ExtractionOptions> options) : IDocumentExtractor
{
    public bool Reads(string mediaType) => mediaType == MediaTypes.Slides;

    public Task<Extraction> ExtractAsync(DocumentFile file, CancellationToken cancellationToken) =>
        Task.Run(() => Extract(file.Path, cancellationToken), cancellationToken);

    private Extraction Extract(string path, CancellationToken cancellationToken)
    {
        new ZipGuard(options.Value).Check(path, "ppt/", "a PowerPoint presentation", cancellationToken);
        using var content = File.OpenRead(path);
        using var document = PresentationDocument.Open(content, isEditable: false, new OpenSettings { AutoSave = false });
        if (document.PresentationPart?.Presentation is not { } presentation)
        {
            throw Fault.Damaged("The file is not a complete PowerPoint presentation.");
        }

        var slides = presentation.SlideIdList?.Elements<SlideId>().ToList() ?? [];
        if (slides.Count > options.Value.MaxPages)
        {
            throw Fault.TooLarge("slides", options.Value.MaxPages);
        }

        var builder = new ExtractionBuilder(options.Value);
        for (var i = 0; i < slides.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            builder.Pages = i + 1;
            Add(builder, document.PresentationPart, slides[i]);
        }

        return builder.Build();
    }

    private static void Add(ExtractionBuilder builder, PresentationPart presentation, SlideId id)
    {
        if (id.RelationshipId?.Value is not { } relation || presentation.GetPartById(relation) is not SlidePart part)
        {
            return;
        }

        if (part.Slide.Show?.Value == false)
        {
            builder.LeaveOut("hidden-slide", Words(part.Slide) + Words(part.NotesSlidePart?.NotesSlide));
        }
        else
        {
            new SlideReader(builder, part).Read();
        }

        part.UnloadRootElement();
        part.NotesSlidePart?.UnloadRootElement();
    }

    private static string Words(OpenXmlElement? slide) => string.Join(' ', (slide?.Descendants<A.Paragraph>() ?? []).Select(SlideText.Of));
}
