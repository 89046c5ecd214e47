using SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;

namespace SynthDataGen.Core.Documents.Extractors.Pdf.Ocr;

/// <summary>A word that Tesseract recognised, in pixels from the page's left; <paramref name="Confidence"/> runs from 0 to 100.</summary>
internal readonly record struct OcrWord(string Text, float X0, float X1, float Baseline, float Confidence);

/// <summary>Words on one line of a page's picture.</summary>
/// <param name="Words">At least one, from left to right.</param>
/// <param name="Size">Height of its letters from the lowest descender to the highest ascender, in pixels.</param>
/// <param name="Descent">How much of it is below the baseline.</param>
internal sealed record OcrLine(IReadOnlyList<OcrWord> Words, float Size, float Descent)
{
    public string Text => string.Join(' ', Words.Select(word => word.Text));

    public float Confidence => Words.Average(word => word.Confidence);

    /// <summary>
    /// The line as in a text layer, in points, with boxes of one height for all its words: the ink of
    /// "sea" and "Why" differs in height although their font does not.
    /// </summary>
    public PdfLine ToPdf(float size, float pointsAPixel)
    {
        var words = Words.Select(word => new PdfWord(
            word.Text,
            word.X0 * pointsAPixel,
            (word.Baseline + Descent - size) * pointsAPixel,
            word.X1 * pointsAPixel,
            (word.Baseline + Descent) * pointsAPixel));
        return new(Script.AsDrawn([.. words]));
    }
}

/// <summary>What Tesseract recognised in the picture of one page, with its size in pixels.</summary>
internal sealed record OcrPage(float Width, float Height, IReadOnlyList<OcrLine> Lines);
