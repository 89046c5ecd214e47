namespace SynthDataGen.Core.Documents.Extractors.Tools;

/// <summary>A third-party program that reads for us, and what to tell people if it is not installed.</summary>
/// <param name="Name">What it is started as.</param>
/// <param name="FailureCode">The failure code of documents that need it while it is missing.</param>
/// <param name="Missing">One sentence saying what to install.</param>
internal sealed record Tool(string Name, string FailureCode, string Missing)
{
    private const string NoPoppler = "PDF files need Poppler, which is not installed here. Install poppler-utils and try again.";

    public static readonly Tool PdfToText = new("pdftotext", DocumentFailure.Unsupported, NoPoppler);
    public static readonly Tool PdfToHtml = new("pdftohtml", DocumentFailure.Unsupported, NoPoppler);
    public static readonly Tool PdfInfo = new("pdfinfo", DocumentFailure.Unsupported, NoPoppler);
    public static readonly Tool PdfToPpm = new("pdftoppm", DocumentFailure.Unsupported, NoPoppler);

    public static readonly Tool Tesseract = new(
        "tesseract",
        DocumentFailure.OcrUnavailable,
        "Reading scans needs Tesseract, which is not installed where documents are read. Install tesseract-ocr and try again, or turn OCR off in the settings.");
}
